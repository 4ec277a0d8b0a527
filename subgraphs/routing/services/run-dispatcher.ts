import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'
import { dispatchTopic } from './announce-change.ts'
import { dispatch } from './dispatch.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import { releaseLease } from './release-lease.ts'

const pollMs = 1_000

/**
 * Dispatches while this process leads, and stands by while another does: woken by whatever makes a match possible,
 * and each second behind that.
 * @returns ends it after the pass at hand, and gives the lease up
 */
export function runDispatcher(ctx: ServiceContext, leaseMs: number): () => Promise<void> {
  const holder = newId()
  const wake = new Wake()
  const signals = ctx.live.state(dispatchTopic, async () => null, { minIntervalMs: 0 })
  let stopping = false
  let lease: Lease | null = null
  let renewAt = 0

  async function listen(): Promise<void> {
    for await (const _signal of signals) wake.fire()
  }

  async function pass(): Promise<boolean> {
    if (!lease || performance.now() >= renewAt) {
      const led = lease !== null
      lease = await holdLease(ctx, holder, leaseMs)
      renewAt = performance.now() + leaseMs / 3
      if (lease && !led) ctx.log.info({ epoch: lease.epoch }, 'this process leads the routing core')
    }
    if (!lease) return false
    return (await dispatch(ctx, lease)).more
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let more = false
      try {
        more = await pass()
      } catch (err) {
        if (hasCode(err, 'LEASE_LOST')) lease = null
        ctx.log.warn({ err }, 'a dispatch pass has failed; the next one begins anew')
      }
      if (!more && !stopping) await wake.wait(pollMs)
    }
  }

  const listening = listen().catch((err: unknown) =>
    ctx.log.error({ err }, 'the dispatcher hears no signals any more and goes on by polling'),
  )
  const running = run()
  return async () => {
    stopping = true
    wake.fire()
    await signals.return?.()
    await Promise.all([running, listening])
    if (lease) await releaseLease(ctx, lease)
  }
}

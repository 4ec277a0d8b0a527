import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { dispatchTopic } from '../announce-change.ts'
import { dispatch } from './dispatch.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import { releaseLease } from './release-lease.ts'
import { runRepeatedly } from '../run-repeatedly.ts'

/**
 * Dispatches while this process leads, and stands by while another does: woken by whatever makes a match possible,
 * and each second behind that.
 * @returns ends it after the pass at hand, and gives the lease up
 */
export function runDispatcher(ctx: ServiceContext, leaseMs: number): () => Promise<void> {
  const holder = newId()
  let lease: Lease | null = null
  let renewAt = 0

  async function holdOn(): Promise<Lease | null> {
    if (lease && performance.now() < renewAt) return lease
    const led = lease !== null
    lease = await holdLease(ctx, holder, leaseMs)
    renewAt = performance.now() + leaseMs / 3
    if (lease && !led) ctx.log.info({ epoch: lease.epoch }, 'this process leads the routing core')
    return lease
  }

  async function pass(): Promise<boolean> {
    const held = await holdOn()
    if (!held) return false
    try {
      return (await dispatch(ctx, held)).more
    } catch (error) {
      if (hasCode(error, 'LEASE_LOST')) lease = null
      throw error
    }
  }

  const stop = runRepeatedly(ctx, { name: 'dispatch', everyMs: 1_000, topic: dispatchTopic, pass })
  return async () => {
    await stop()
    if (lease) await releaseLease(ctx, lease)
  }
}

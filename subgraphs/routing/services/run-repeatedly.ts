import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'

/** A pass that is done again and again. */
export interface Repetition {
  /** Named in the log when a pass fails. */
  name: string
  /** Longest wait between two passes. */
  everyMs: number
  /** A topic whose signals, from any process, cut the wait short. */
  topic?: string
  /** Does what is to be done; true when there may be more to do at once. */
  pass(): Promise<boolean>
}

/**
 * Repeats a pass until it is ended. One that fails is logged, and the next one begins anew after the wait.
 * @returns ends it after the pass at hand
 */
export function runRepeatedly(
  ctx: ServiceContext,
  { name, everyMs, topic, pass }: Repetition,
): () => Promise<void> {
  const wake = new Wake()
  const signals = topic ? ctx.live.state(topic, async () => null, { minIntervalMs: 0 }) : undefined
  let stopping = false

  async function listen(): Promise<void> {
    if (!signals) return
    for await (const _signal of signals) wake.fire()
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let more = false
      try {
        more = await pass()
      } catch (err) {
        ctx.log.warn({ err, loop: name }, 'a pass has failed; the next one begins anew')
      }
      if (!more && !stopping) await wake.wait(everyMs)
    }
  }

  const listening = listen().catch((err: unknown) =>
    ctx.log.error({ err, loop: name }, 'no signals are heard any more; the loop goes on by its interval'),
  )
  const running = run()
  return async () => {
    stopping = true
    wake.fire()
    await signals?.return?.()
    await Promise.all([running, listening])
  }
}

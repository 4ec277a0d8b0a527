import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'
import { sweepOverdue } from './sweep-overdue.ts'

const intervalMs = 1_000

/**
 * Sweeps each second, in every process: the writes are conditional, so several sweepers do each thing once.
 * @returns ends it after the sweep at hand
 */
export function runSweeper(ctx: ServiceContext): () => Promise<void> {
  const wake = new Wake()
  let stopping = false

  async function run(): Promise<void> {
    while (!stopping) {
      let more = false
      try {
        more = await sweepOverdue(ctx)
      } catch (err) {
        ctx.log.warn({ err }, 'a sweep has failed; the next one begins anew')
      }
      if (!more && !stopping) await wake.wait(intervalMs)
    }
  }

  const running = run()
  return async () => {
    stopping = true
    wake.fire()
    await running
  }
}

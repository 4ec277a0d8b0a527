import type { ServiceContext } from '#platform/service/service-context.ts'
import { runRepeatedly } from '../run-repeatedly.ts'
import { showSigns } from './followed-desks.ts'
import { giveBackOfLost } from './give-back-of-lost.ts'
import { signOffLost } from './sign-off-lost.ts'

export interface Patience {
  /** A desk that is silent for so long is gone. */
  silentMs: number
  /** After so long away, what an agent has in hand is given back. */
  graceMs: number
}

/**
 * Shows the signs of the desks that this process delivers to, and looks for those that are gone. A process judges
 * nobody before it has run for as long as a desk may be silent: after an outage of ours desks need time to come back.
 * @returns ends it after the pass at hand
 */
export function watchDesks(ctx: ServiceContext, { silentMs, graceMs }: Patience): () => Promise<void> {
  const startedAt = performance.now()
  const everyMs = Math.min(15_000, Math.max(50, silentMs / 3))
  const stops = [
    runRepeatedly(ctx, {
      name: 'signs of life',
      everyMs,
      pass: async () => {
        await showSigns(ctx)
        return false
      },
    }),
    runRepeatedly(ctx, {
      name: 'lost agents',
      everyMs: Math.min(5_000, everyMs),
      pass: async () => {
        const more = performance.now() - startedAt > silentMs && (await signOffLost(ctx, silentMs))
        await giveBackOfLost(ctx, graceMs)
        return more
      },
    }),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { Reservations } from '../../models/reservation.ts'
import { aboutStoreMs } from '../store-clock.ts'
import { sweepOverdue } from '../sweep-overdue.ts'

/** What a job did not do by then, the sweeper does. */
const graceMs = 150
/** Pauses between two looks: the longest, the shortest, and that of a sweep that falls behind. */
const longestMs = 1_000
const shortestMs = 50
const behindMs = 250

/**
 * Looks behind the jobs until it is ended: each second, and sooner when something comes due before. So what a lost job
 * or a wrong clock of Valkey's or this machine's keeps back is a fraction of a second late, not the whole of it.
 * @returns ends it after the pass at hand
 */
export function runSweeper(ctx: ServiceContext): () => Promise<void> {
  const wake = new Wake()
  let stopping = false

  async function run(): Promise<void> {
    while (!stopping) {
      let pauseMs = longestMs
      try {
        await sweepOverdue(ctx, graceMs)
        pauseMs = await untilNext(ctx)
      } catch (err) {
        ctx.log.warn({ err }, 'a sweep has failed; the next one begins anew')
      }
      if (!stopping) await wake.wait(pauseMs)
    }
  }

  const running = run()
  return async () => {
    stopping = true
    wake.fire()
    await running
  }
}

async function untilNext(ctx: ServiceContext): Promise<number> {
  const [clock, offer] = await Promise.all([
    AppliedSlas(ctx.db)
      .findOne({ wakeAt: { $gt: new Date(0) } }, { wakeAt: 1 })
      .sort({ wakeAt: 1 })
      .lean(),
    Reservations(ctx.db).findOne({ status: 'PENDING' }, { expiresAt: 1 }).sort({ expiresAt: 1 }).lean(),
  ])
  const nextMs = Math.min(
    clock?.wakeAt?.getTime() ?? Number.POSITIVE_INFINITY,
    offer?.expiresAt.getTime() ?? Number.POSITIVE_INFINITY,
  )
  const pauseMs = nextMs + graceMs - aboutStoreMs(ctx)
  // Overdue behind a sweep is what came due meanwhile, or what cannot be done: no reason to hurry.
  return pauseMs < 0 ? behindMs : Math.max(shortestMs, Math.min(longestMs, pauseMs))
}

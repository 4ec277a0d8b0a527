import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas } from '../models/applied-sla.ts'
import { Reservations } from '../models/reservation.ts'
import { advanceClocks } from './sla/advance-clocks.ts'
import { expireReservation } from './work/expire-reservation.ts'
import { storeClock } from './store-clock.ts'

const batchSize = 50

/**
 * Does what the jobs should have done: warns, breaches and times out whatever is overdue by the store's clock. It
 * makes up for jobs that were lost with a process or a store.
 * @returns whether there may be more
 */
export async function sweepOverdue(ctx: ServiceContext): Promise<boolean> {
  const at = await storeClock(ctx)
  const clocks = await overdueClocks(ctx, at)
  if (clocks.length > 0) await advanceInBatch(ctx, clocks)
  const expired = await Reservations(ctx.db)
    .find({ status: 'PENDING', expiresAt: { $lte: at } }, { _id: 1 })
    .sort({ expiresAt: 1 })
    .limit(batchSize)
    .lean()
  for (const { _id } of expired) await expireReservation(ctx, _id)
  return clocks.length >= batchSize || expired.length === batchSize
}

async function overdueClocks(ctx: ServiceContext, at: Date): Promise<string[]> {
  const [toWarn, toMiss] = await Promise.all([
    AppliedSlas(ctx.db)
      .find({ status: 'ACTIVE', warnAt: { $lte: at } }, { _id: 1 })
      .sort({ warnAt: 1 })
      .limit(batchSize)
      .lean(),
    AppliedSlas(ctx.db)
      .find({ status: 'WARNED', dueAt: { $lte: at } }, { _id: 1 })
      .sort({ dueAt: 1 })
      .limit(batchSize)
      .lean(),
  ])
  return [...toWarn, ...toMiss].map(({ _id }) => _id)
}

/** One transaction for all of them; when it fails, one for each, so that one keeps no other back. */
async function advanceInBatch(ctx: ServiceContext, ids: readonly string[]): Promise<void> {
  try {
    await advanceClocks(ctx, ids)
  } catch (err) {
    ctx.log.warn({ err }, 'a batch of clocks has failed; each is tried alone')
    for (const id of ids) {
      await advanceClocks(ctx, [id]).catch((reason: unknown) =>
        ctx.log.error({ err: reason, appliedSlaId: id }, 'a clock could not be advanced'),
      )
    }
  }
}

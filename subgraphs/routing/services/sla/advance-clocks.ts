import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { armWake } from '../timers/arm-wake.ts'
import { storeClock } from '../store-clock.ts'
import { takeSlaNumbers } from './take-sla-numbers.ts'
import { recordSlaEvents, type SlaHappening } from './record-sla-events.ts'

/**
 * Warns and breaches those of the clocks that have come to it by the store's clock, in one transaction. Whoever calls
 * it, as often as they like: each step happens once, and none early. What a clock says next is armed.
 */
export async function advanceClocks(ctx: ServiceContext, appliedSlaIds: readonly string[]): Promise<void> {
  const at = await storeClock(ctx)
  await ctx.transaction(async (session) => {
    const clocks = await AppliedSlas(ctx.db)
      .find({ _id: { $in: appliedSlaIds }, wakeAt: { $lte: at } })
      .session(session)
      .lean()
    if (clocks.length === 0) return
    const happenings: SlaHappening[] = []
    const writes = clocks.map((clock) => {
      const { _id, warnAt, dueAt } = clock
      const miss = dueAt <= at
      if (clock.status === 'ACTIVE') happenings.push({ clock, status: 'WARNED', occurredAt: warnAt })
      if (miss) happenings.push({ clock, status: 'MISSED', occurredAt: dueAt })
      else armWake(ctx, dueAt, session)
      const update = miss
        ? { $set: { status: 'MISSED' as const, endedAt: dueAt }, $unset: { wakeAt: 1 as const } }
        : { $set: { status: 'WARNED' as const, wakeAt: dueAt } }
      // The snapshot makes it safe to write what was read: a write in between aborts this one.
      return { updateOne: { filter: { _id }, update } }
    })
    await AppliedSlas(ctx.db).bulkWrite(writes, { session })
    const firstNumber = await takeSlaNumbers(ctx, happenings.length, session)
    await recordSlaEvents(ctx, happenings, session, { noticed: at, firstNumber })
  })
}

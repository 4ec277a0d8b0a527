import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, AppliedSlas, runningSlaStatuses } from '../../models/applied-sla.ts'
import { recordSlaEvents, type SlaHappening } from './record-sla-events.ts'
import { storeClock } from '../store-clock.ts'

/**
 * Warns and breaches those of the clocks that have come to it by the store's clock, in one transaction. Whoever calls
 * it, as often as they like: each step happens once, and none early.
 * @returns the clocks as they stand, those that were called for early unchanged
 */
export async function advanceClocks(
  ctx: ServiceContext,
  appliedSlaIds: readonly string[],
): Promise<AppliedSlaRecord[]> {
  const at = await storeClock(ctx)
  return ctx.transaction(async (session) => {
    const clocks = await AppliedSlas(ctx.db)
      .find({ _id: { $in: appliedSlaIds }, status: { $in: runningSlaStatuses } })
      .session(session)
      .lean()
    const happenings: SlaHappening[] = []
    for (const clock of clocks) {
      const warn = clock.status === 'ACTIVE' && clock.warnAt <= at
      const miss = clock.dueAt <= at
      if (warn) happenings.push({ clock, status: 'WARNED', occurredAt: at })
      if (miss) happenings.push({ clock, status: 'MISSED', occurredAt: at })
      if (!warn && !miss) continue
      clock.status = miss ? 'MISSED' : 'WARNED'
      // The snapshot makes it safe to write what was read: a write in between aborts this one.
      await AppliedSlas(ctx.db).updateOne(
        { _id: clock._id },
        { $set: { status: clock.status, ...(miss ? { endedAt: at } : {}) } },
        { session },
      )
    }
    await recordSlaEvents(ctx, happenings, session)
    return clocks
  })
}

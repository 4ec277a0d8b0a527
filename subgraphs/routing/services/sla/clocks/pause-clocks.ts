import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas, runningSlaStatuses } from '../../../models/applied-sla.ts'
import { businessTimeBetween } from '../calendar/business-time-between.ts'
import { recordSlaEvents, type SlaHappening } from '../record-sla-events.ts'
import { slaSettings } from '../settings/sla-settings.ts'
import { calendarOf } from './new-clock.ts'

/**
 * It is the customer's turn: clocks that stand still then keep what they have left, in time of their calendar. One
 * whose target had passed by that instant runs on, and is missed.
 */
export async function pauseClocks(
  ctx: ServiceContext,
  workItemId: string,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const clocks = await AppliedSlas(ctx.db)
    .find({
      workItemId,
      status: { $in: runningSlaStatuses },
      pauseOn: 'CUSTOMER_TURN',
      pausedAt: { $exists: false },
      dueAt: { $gt: at },
    })
    .session(session)
    .lean()
  if (clocks.length === 0) return
  const settings = await slaSettings(ctx, session)
  const happenings: SlaHappening[] = []
  for (const clock of clocks) {
    // News of an earlier instant than the last run's beginning: there is nothing to take back from that run.
    const pausedAt = at > clock.runningSince ? at : clock.runningSince
    const ranMs = businessTimeBetween(calendarOf(settings, clock), clock.runningSince, pausedAt)
    // Nobody may have noticed yet that its warning has come, and nobody would any more.
    const warn = clock.status === 'ACTIVE' && clock.warnAt <= pausedAt
    if (warn) happenings.push({ clock, status: 'WARNED', occurredAt: clock.warnAt })
    await AppliedSlas(ctx.db).updateOne(
      { _id: clock._id },
      {
        $set: {
          pausedAt,
          spentMs: clock.spentMs + ranMs,
          status: warn ? 'WARNED' : clock.status,
        },
        $unset: { wakeAt: 1 },
      },
      { session },
    )
  }
  await recordSlaEvents(ctx, happenings, session)
}

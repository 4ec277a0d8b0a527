import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas, runningSlaStatuses } from '../../../models/applied-sla.ts'
import { armWake } from '../../timers/arm-wake.ts'
import { slaSettings } from '../settings/sla-settings.ts'
import { slaDeadline } from '../sla-deadline.ts'
import { calendarOf } from './new-clock.ts'

/** The customer has written: clocks that stood still go on from that instant with exactly what they had left. */
export async function resumeClocks(
  ctx: ServiceContext,
  workItemId: string,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const clocks = await AppliedSlas(ctx.db)
    .find({ workItemId, status: { $in: runningSlaStatuses }, pausedAt: { $exists: true } })
    .session(session)
    .lean()
  if (clocks.length === 0) return
  const settings = await slaSettings(ctx, session)
  for (const clock of clocks) {
    const runningSince = clock.pausedAt && clock.pausedAt > at ? clock.pausedAt : at
    const calendar = calendarOf(settings, clock)
    const deadline = slaDeadline(clock, runningSince, { calendar, spentMs: clock.spentMs })
    const wakeAt = clock.status === 'ACTIVE' ? deadline.warnAt : deadline.dueAt
    await AppliedSlas(ctx.db).updateOne(
      { _id: clock._id },
      { $set: { ...deadline, runningSince, wakeAt }, $unset: { pausedAt: 1 } },
      { session },
    )
    armWake(ctx, wakeAt, session)
  }
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas, type SlaStatus } from '../../models/applied-sla.ts'
import { recordSlaEvents, type SlaHappening } from './record-sla-events.ts'

/**
 * Stops a work item's clocks: `ANSWERED` meets those whose target had not passed at that instant and misses the
 * others; `LEFT` cancels them instead of meeting them. The news may come late: an answer that was in time turns a
 * miss that was decided meanwhile into a met.
 */
export async function stopClocks(
  ctx: ServiceContext,
  workItemId: string,
  how: 'ANSWERED' | 'LEFT',
  at: Date,
  session: ClientSession,
): Promise<void> {
  const clocks = await AppliedSlas(ctx.db)
    .find({ workItemId, status: { $in: ['ACTIVE', 'WARNED', 'MISSED'] } })
    .session(session)
    .lean()
  const happenings: SlaHappening[] = []
  for (const clock of clocks) {
    const inTime = at <= clock.dueAt
    if (clock.status === 'MISSED' && (!inTime || how === 'LEFT')) continue
    const status: SlaStatus = !inTime ? 'MISSED' : how === 'ANSWERED' ? 'MET' : 'CANCELED'
    await AppliedSlas(ctx.db).updateOne({ _id: clock._id }, { $set: { status, endedAt: at } }, { session })
    if (status !== 'CANCELED') happenings.push({ clock, status, occurredAt: at })
  }
  await recordSlaEvents(ctx, happenings, session)
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { SlaMetric } from '#schema/events/vocabulary.ts'
import { type AppliedSlaRecord, AppliedSlas, type SlaStatus } from '../../models/applied-sla.ts'
import { recordSlaEvents, type SlaHappening } from './record-sla-events.ts'

/** What stops clocks: a person's first answer, their next one, the end of an answered contact, or the customer leaving. */
export type ClockStop = 'ANSWERED' | 'REPLIED' | 'ENDED' | 'LEFT'

/** The metrics that each stop meets; whatever else still runs is canceled by `ENDED` and `LEFT`, and goes on otherwise. */
const meets: Readonly<Record<ClockStop, readonly SlaMetric[]>> = {
  ANSWERED: ['SPEED_OF_ANSWER', 'FIRST_RESPONSE'],
  REPLIED: ['NEXT_RESPONSE'],
  ENDED: ['RESOLUTION'],
  LEFT: [],
}
/** A contact ends answered, and the news of that answer may still be on its way: it will decide these. */
const leftToTheAnswer: readonly SlaMetric[] = meets.ANSWERED

/**
 * Stops clocks of a work item: those that this meets are met when their target had not passed at that instant, and
 * missed otherwise. The news may come late: what was in time turns a miss that was decided meanwhile into a met. A
 * clock that stands still has not passed its target.
 * @param beforeSequence REPLIED: only the clocks of messages before this one
 */
export async function stopClocks(
  ctx: ServiceContext,
  workItemId: string,
  how: ClockStop,
  at: Date,
  session: ClientSession,
  beforeSequence = Number.POSITIVE_INFINITY,
): Promise<void> {
  const clocks = await AppliedSlas(ctx.db)
    .find({ workItemId, status: { $in: ['ACTIVE', 'WARNED', 'MISSED'] } })
    .session(session)
    .lean()
  const happenings: SlaHappening[] = []
  for (const clock of clocks) {
    if ((clock.fromSequence ?? 0) >= beforeSequence) continue
    const status = statusAfter(clock, how, at)
    const replied = how === 'REPLIED' && clock.metric === 'NEXT_RESPONSE' && !clock.repliedAt
    if (status === clock.status && !replied) continue
    const endedAt = status === 'MISSED' ? clock.dueAt : at
    await AppliedSlas(ctx.db).updateOne(
      { _id: clock._id },
      {
        $set: { status, endedAt, ...(replied ? { repliedAt: at } : {}) },
        $unset: { wakeAt: 1, pausedAt: 1 },
      },
      { session },
    )
    if (status === clock.status || status === 'CANCELED') continue
    const met = status === 'MET'
    happenings.push({ clock, status: met ? 'MET' : 'MISSED', occurredAt: met ? at : clock.dueAt })
  }
  await recordSlaEvents(ctx, happenings, session)
}

function statusAfter(clock: AppliedSlaRecord, how: ClockStop, at: Date): SlaStatus {
  const inTime = clock.pausedAt !== undefined || at <= clock.dueAt
  if (meets[how].includes(clock.metric)) return inTime ? 'MET' : 'MISSED'
  if (clock.status === 'MISSED' || how === 'ANSWERED' || how === 'REPLIED') return clock.status
  if (how === 'ENDED' && leftToTheAnswer.includes(clock.metric)) return clock.status
  return inTime ? 'CANCELED' : 'MISSED'
}

import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import type { AppliedSlaRecord } from '../models/applied-sla.ts'
import { type SlaEventRecord, SlaEvents } from '../models/sla-event.ts'
import { SlaTopics } from '../models/sla-topic.ts'

/** The live event topic of SLA events. */
export const slaTopic = 'sla'

/** What happened to a clock. */
export interface SlaHappening {
  clock: AppliedSlaRecord
  status: SlaEventRecord['status']
  occurredAt: Date
}

const events = { WARNED: slaWarned, MISSED: slaMissed, MET: slaMet }
/** A clock's aggregate versions: a met that corrects a miss comes last. */
const versions = { WARNED: 1, MISSED: 2, MET: 3 }

/**
 * Appends happenings to the `sla` topic, in the transaction that decided them: the sequence is without gaps, because
 * an abort takes it back. Call it last in the transaction: the topic's row is what all of them contend for.
 */
export async function recordSlaEvents(
  ctx: ServiceContext,
  happenings: readonly SlaHappening[],
  session: ClientSession,
): Promise<void> {
  if (happenings.length === 0) return
  for (const { clock, status, occurredAt } of happenings) {
    const { _id: appliedSlaId, workItemId, sessionId, queueId, channel, mediaType, metric } = clock
    const { startedAt, dueAt } = clock
    await ctx.emit(
      events[status],
      {
        appliedSlaId,
        workItemId,
        sessionId,
        queueId,
        channel,
        mediaType,
        metric,
        startedAt,
        dueAt,
        occurredAt,
      },
      session,
      versions[status],
    )
  }
  const topic = await SlaTopics(ctx.db)
    .findByIdAndUpdate(slaTopic, { $inc: { head: happenings.length } }, { session, returnDocument: 'after' })
    .lean()
  if (!topic) throw new Error('the sla topic has no row: a migration makes it')
  const first = topic.head - happenings.length + 1
  await SlaEvents(ctx.db).insertMany(
    happenings.map(
      ({ clock, status, occurredAt }, at): SlaEventRecord => ({
        _id: newId(),
        sequence: first + at,
        status,
        appliedSlaId: clock._id,
        workItemId: clock.workItemId,
        occurredAt,
      }),
    ),
    { session },
  )
  ctx.live.advanced(slaTopic, topic.head, session)
  ctx.live.changed('board', session)
}

import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import type { AppliedSlaRecord } from '../../models/applied-sla.ts'
import { type SlaEventRecord, SlaEvents } from '../../models/sla-event.ts'
import { aboutStoreMs } from '../store-clock.ts'

/** The live event topic of SLA events. */
export const slaTopic = 'sla'
/** Wakes whoever numbers the topic's events. Internal: no subscription carries it. */
export const slaPendingTopic = 'sla-pending'

/** What happened to a clock. */
export interface SlaHappening {
  clock: AppliedSlaRecord
  status: SlaEventRecord['status']
  /** Exactly, however late it is noticed. */
  occurredAt: Date
}

const events = { WARNED: slaWarned, MISSED: slaMissed, MET: slaMet }
/** A clock's aggregate versions: a met that corrects a miss comes last. */
const versions = { WARNED: 1, MISSED: 2, MET: 3 }

/**
 * Keeps happenings for the `sla` topic and tells the other subgraphs, in the transaction that decided them. Their
 * numbers come right behind it (`numberSlaEvents`): a counter in this transaction would be contended by all contacts
 * that are answered at the same time, each aborting the others.
 * @param noticed when it was noticed by the store's clock; about now when left out
 */
export async function recordSlaEvents(
  ctx: ServiceContext,
  happenings: readonly SlaHappening[],
  session: ClientSession,
  noticed?: Date,
): Promise<void> {
  if (happenings.length === 0) return
  const nowMs = noticed?.getTime() ?? aboutStoreMs(ctx)
  const rows = happenings.map(
    ({ clock, status, occurredAt }): SlaEventRecord => ({
      _id: newId(),
      pending: true,
      status,
      appliedSlaId: clock._id,
      workItemId: clock.workItemId,
      occurredAt,
      noticedAt: new Date(Math.max(nowMs, occurredAt.getTime())),
    }),
  )
  for (const [at, { clock, status, occurredAt }] of happenings.entries()) {
    const { _id: appliedSlaId, workItemId, sessionId, queueId, channel, mediaType, metric } = clock
    const about = { appliedSlaId, workItemId, sessionId, queueId, channel, mediaType, metric }
    const { startedAt, dueAt } = clock
    const noticedAt = rows[at]?.noticedAt
    await ctx.emit(
      events[status],
      { ...about, startedAt, dueAt, occurredAt, noticedAt },
      session,
      versions[status],
    )
  }
  await SlaEvents(ctx.db).insertMany(rows, { session, lean: true })
  ctx.live.changed(slaPendingTopic, session)
  ctx.live.changed('board', session)
}

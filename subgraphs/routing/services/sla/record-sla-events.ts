import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import type { AppliedSlaRecord } from '../../models/applied-sla.ts'
import { type SlaEventRecord, SlaEvents } from '../../models/sla-event.ts'
import { aboutStoreMs } from '../store-clock.ts'
import { slaPendingTopic } from './sla-topics.ts'

/** What happened to a clock. */
export interface SlaHappening {
  clock: AppliedSlaRecord
  status: SlaEventRecord['status']
  /** Exactly, however late it is noticed. */
  occurredAt: Date
}

/** What whoever noticed knows. */
export interface Noticing {
  /** When, by the store's clock; about now when left out. */
  noticed?: Date
  /** The first of the topic's numbers that were taken in this transaction, one for each happening. */
  firstNumber?: number
}

const events = { WARNED: slaWarned, MISSED: slaMissed, MET: slaMet }
/** A clock's aggregate versions: a met that corrects a miss comes last. */
const versions = { WARNED: 1, MISSED: 2, MET: 3 }

/**
 * Keeps happenings for the `sla` topic and tells the other subgraphs, in the transaction that decided them. Their
 * numbers come right behind it (`numberSlaEvents`): a counter in this transaction would be contended by all contacts
 * that are answered at the same time, each aborting the others. Who decides for many clocks at once gives the numbers.
 */
export async function recordSlaEvents(
  ctx: ServiceContext,
  happenings: readonly SlaHappening[],
  session: ClientSession,
  { noticed, firstNumber }: Noticing = {},
): Promise<void> {
  if (happenings.length === 0) return
  const nowMs = noticed?.getTime() ?? aboutStoreMs(ctx)
  const rows = happenings.map(
    ({ clock, status, occurredAt }, at): SlaEventRecord => ({
      _id: newId(),
      ...(firstNumber === undefined ? { pending: true } : { sequence: firstNumber + at }),
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
  if (firstNumber === undefined) ctx.live.changed(slaPendingTopic, session)
  ctx.live.changed('board', session)
}

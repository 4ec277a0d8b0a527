import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaEvents } from '../../models/sla-event.ts'
import { SlaTopics } from '../../models/sla-topic.ts'
import { slaTopic } from './record-sla-events.ts'

const batchSize = 500

/**
 * Gives the SLA events that have no number yet the next ones of the topic, in one transaction for a batch. The
 * sequence is without gaps, because the topic's row and its events are written together or not at all.
 * @returns whether there may be more
 */
export async function numberSlaEvents(ctx: ServiceContext): Promise<boolean> {
  return ctx.transaction(async (session) => {
    const pending = await SlaEvents(ctx.db)
      .find({ pending: true }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(batchSize)
      .session(session)
      .lean()
    if (pending.length === 0) return false
    const topic = await SlaTopics(ctx.db)
      .findByIdAndUpdate(slaTopic, { $inc: { head: pending.length } }, { session, returnDocument: 'after' })
      .lean()
    if (!topic) throw new Error('the sla topic has no row: a migration makes it')
    const first = topic.head - pending.length + 1
    await SlaEvents(ctx.db).bulkWrite(
      pending.map(({ _id }, at) => ({
        updateOne: { filter: { _id }, update: { $set: { sequence: first + at }, $unset: { pending: 1 } } },
      })),
      { session },
    )
    ctx.live.advanced(slaTopic, topic.head, session)
    return pending.length === batchSize
  })
}

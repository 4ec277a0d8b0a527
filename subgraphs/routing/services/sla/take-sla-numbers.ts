import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaTopics } from '../../models/sla-topic.ts'
import { slaTopic } from './sla-topics.ts'

/**
 * Takes the next numbers of the `sla` topic, in the transaction that gives them to events, and tells its followers. The
 * sequence is without gaps, because the topic's row and its events are written together or not at all.
 * @returns the first of them
 */
export async function takeSlaNumbers(
  ctx: ServiceContext,
  count: number,
  session: ClientSession,
): Promise<number> {
  const topic = await SlaTopics(ctx.db)
    .findByIdAndUpdate(slaTopic, { $inc: { head: count } }, { session, returnDocument: 'after' })
    .lean()
  if (!topic) throw new Error('the sla topic has no row: a migration makes it')
  ctx.live.advanced(slaTopic, topic.head, session)
  return topic.head - count + 1
}

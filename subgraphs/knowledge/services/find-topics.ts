import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ConversationTopicRecord, ConversationTopics } from '../models/conversation-topic.ts'

/** What customers lately said, for many conversations in one read. */
export async function findTopics(
  ctx: ServiceContext,
  conversationIds: readonly string[],
): Promise<Map<string, ConversationTopicRecord>> {
  const topics = await ConversationTopics(ctx.db)
    .find({ _id: { $in: [...conversationIds] } })
    .lean()
  return new Map(topics.map((topic) => [topic._id, topic]))
}

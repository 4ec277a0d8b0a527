import { notFound } from '#platform/errors/not-found.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { ConversationContext } from '../../context.ts'
import type { Conversation } from '../../models/conversation.ts'
import { conversationTopic } from '../line/topics.ts'
import { visibleConversations } from './visible-conversations.ts'

/** The state of a conversation, and each newer one. @throws NOT_FOUND */
export async function followConversation(
  ctx: ConversationContext,
  conversationId: string,
): Promise<AsyncIterable<LiveEvent<Conversation>>> {
  const read = async (): Promise<Conversation> => {
    const conversation = (await visibleConversations(ctx, [conversationId])).get(conversationId)
    if (!conversation) throw notFound({ kind: 'Conversation', id: conversationId })
    return conversation
  }
  await read()
  return ctx.live.state(conversationTopic(conversationId), read)
}

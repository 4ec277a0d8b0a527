import { notFound } from '#platform/errors/not-found.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { ConversationContext } from '../../context.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Message, Messages } from '../../models/message.ts'
import { messagesTopic } from '../line/topics.ts'
import { visibleConversations } from './visible-conversations.ts'

/**
 * Every message of a conversation behind the cursor, once and in order, and those to come.
 * @throws NOT_FOUND, LIVE_CURSOR_INVALID
 */
export async function followMessages(
  ctx: ConversationContext,
  { conversationId, after }: { conversationId: string; after?: string | null },
): Promise<AsyncIterable<LiveEvent<Message>>> {
  if (!(await visibleConversations(ctx, [conversationId])).has(conversationId)) {
    throw notFound({ kind: 'Conversation', id: conversationId })
  }
  return ctx.live.events(messagesTopic(conversationId), {
    after: after ?? null,
    viewer: ctx.viewer,
    async head() {
      const row = await Conversations(ctx.db)
        .findById(conversationId, { lastSequence: 1 })
        .lean<{ lastSequence: number }>()
      return row?.lastSequence ?? 0
    },
    async read(behind, limit) {
      const rows = await Messages(ctx.db)
        .find({ conversationId, sequence: { $gt: behind } })
        .sort({ sequence: 1 })
        .limit(limit)
        .lean<Message[]>()
      return rows.map((value) => ({ sequence: value.sequence, value }))
    },
  })
}

import type { ConversationContext } from '../../context.ts'
import { type Message, Messages } from '../../models/message.ts'
import { seesAll } from './sees.ts'
import { visibleConversations } from './visible-conversations.ts'

/** Those of the messages that exist and that the viewer may see, by id. */
export async function visibleMessages(
  ctx: ConversationContext,
  ids: readonly string[],
): Promise<Map<string, Message>> {
  const rows = await Messages(ctx.db)
    .find({ _id: { $in: [...ids] } })
    .lean<Message[]>()
  const conversations = seesAll(ctx.viewer)
    ? undefined
    : await visibleConversations(ctx, [...new Set(rows.map((row) => row.conversationId))])
  const visible = conversations ? rows.filter((row) => conversations.has(row.conversationId)) : rows
  return new Map(visible.map((row) => [row._id, row]))
}

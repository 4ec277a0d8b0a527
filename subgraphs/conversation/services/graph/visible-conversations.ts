import type { ConversationContext } from '../../context.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { visibleFilter } from './sees.ts'

/** Those of the conversations that exist and that the viewer may see, by id. */
export async function visibleConversations(
  ctx: ConversationContext,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const filter = visibleFilter(ctx.viewer)
  if (!filter) return new Map()
  const rows = await Conversations(ctx.db)
    .find({ _id: { $in: [...ids] }, ...filter })
    .lean<Conversation[]>()
  return new Map(rows.map((row) => [row._id, row]))
}

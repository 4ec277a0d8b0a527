import { requireVisitor } from '#platform/identity/viewer.ts'
import type { ConversationContext } from '../../context.ts'
import { ChannelIdentities, type ChannelIdentity } from '../../models/channel-identity.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'

/** The calling visitor's line on this account; null before the first message. */
export async function visitorConversation(
  ctx: ConversationContext,
  account: string,
): Promise<Conversation | null> {
  const visitor = requireVisitor(ctx.viewer)
  const identity = await ChannelIdentities(ctx.db)
    .findOne({ channel: 'web-chat', account, sourceId: visitor.id })
    .lean<ChannelIdentity>()
  if (!identity) return null
  return Conversations(ctx.db)
    .findOne({ _id: identity.conversationId, visitorIds: visitor.id })
    .lean<Conversation>()
}

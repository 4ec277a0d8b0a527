import { liveField } from '#platform/graph/live-field.ts'
import type { ConversationContext } from '../../context.ts'
import type { SubscriptionConversationChangedArgs } from '../../generated/resolvers.ts'
import { followConversation } from '../../services/graph/follow-conversation.ts'

export const conversationChanged = liveField(
  (_parent, { conversationId }: SubscriptionConversationChangedArgs, ctx: ConversationContext) =>
    followConversation(ctx, conversationId),
)

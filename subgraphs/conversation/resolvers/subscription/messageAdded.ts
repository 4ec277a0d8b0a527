import { liveField } from '#platform/graph/live-field.ts'
import type { ConversationContext } from '../../context.ts'
import type { SubscriptionMessageAddedArgs } from '../../generated/resolvers.ts'
import { followMessages } from '../../services/graph/follow-messages.ts'

export const messageAdded = liveField(
  (_parent, args: SubscriptionMessageAddedArgs, ctx: ConversationContext) => followMessages(ctx, args),
)

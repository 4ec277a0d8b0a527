import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listConversations } from '../../services/graph/list-conversations.ts'

export const conversations: QueryResolvers['conversations'] = (_parent, args, ctx) =>
  listConversations(ctx, args)

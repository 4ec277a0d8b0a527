import type { QueryResolvers } from '../../generated/resolvers.ts'
import { visitorConversation as find } from '../../services/graph/visitor-conversation.ts'

export const visitorConversation: QueryResolvers['visitorConversation'] = (_parent, { account }, ctx) =>
  find(ctx, account)

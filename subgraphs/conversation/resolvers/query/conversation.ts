import type { QueryResolvers } from '../../generated/resolvers.ts'
import { conversationById } from '../../loaders.ts'

export const conversation: QueryResolvers['conversation'] = (_parent, { id }, ctx) =>
  conversationById(ctx).load(id)

import type { QueryResolvers } from '../../generated/resolvers.ts'
import { deadLetters as list } from '../../services/graph/dead-letters.ts'

export const deadLetters: QueryResolvers['deadLetters'] = (_parent, args, ctx) => list(ctx, args)

import type { QueryResolvers } from '../../generated/resolvers.ts'
import { sessionById } from '../../loaders.ts'

export const session: QueryResolvers['session'] = (_parent, { id }, ctx) => sessionById(ctx).load(id)

import type { MutationResolvers } from '../../generated/resolvers.ts'
import { replay } from '../../services/graph/dead-letters.ts'

export const replayDeadLetter: MutationResolvers['replayDeadLetter'] = (_parent, { id }, ctx) =>
  replay(ctx, id)

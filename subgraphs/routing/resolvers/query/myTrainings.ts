import { pageOf } from '#platform/graph/connection.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listTrainingsOf } from '../../services/skills/training/list-trainings.ts'

export const myTrainings: QueryResolvers['myTrainings'] = async (_parent, args, ctx) =>
  listTrainingsOf(ctx, requireStaff(ctx.viewer).id, pageOf(args))

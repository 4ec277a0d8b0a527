import { pageOf } from '#platform/graph/connection.ts'
import type { SkillMatrixResolvers } from '../generated/resolvers.ts'
import { agentsOfCell } from '../services/skills/agents-of-cell.ts'

export const SkillMatrix: SkillMatrixResolvers = {
  agents: (_matrix, args, ctx) => agentsOfCell(ctx, args, pageOf(args)),
}

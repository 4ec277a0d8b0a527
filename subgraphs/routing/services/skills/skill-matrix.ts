import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { listSkills } from '../agents/list-skills.ts'
import { countMatrix, type MatrixRow, type CountedSkill } from './count-matrix.ts'

const maxAgents = 20_000

/** Who can serve what, at one instant. */
export interface Matrix {
  at: Date
  rows: MatrixRow[]
  others: CountedSkill[]
}

/** Counts the matrix, by two queries however large it is. */
export async function skillMatrix(ctx: ServiceContext): Promise<Matrix> {
  const at = ctx.now()
  const [skills, agents] = await Promise.all([
    listSkills(ctx),
    Agents(ctx.db).find({}, { skills: 1, presence: 1 }).limit(maxAgents).lean(),
  ])
  return { at, ...countMatrix(skills, agents, at) }
}

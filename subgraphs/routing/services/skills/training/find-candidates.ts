import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../../models/agent.ts'
import type { SkillRecord } from '../../../models/skill.ts'
import { TrainingItems } from '../../../models/training-item.ts'
import { listSkills } from '../../agents/list-skills.ts'
import { lowestIdAt } from '../demand/lowest-id-at.ts'
import { type Candidate, rankCandidates } from './rank-candidates.ts'

const dayMs = 86_400_000
const maxAgents = 20_000

/** Who could be trained in a skill, the best first, by four queries whatever the number. */
export async function findCandidates(
  ctx: ServiceContext,
  skill: SkillRecord,
  targetLevel: number,
): Promise<Candidate[]> {
  const at = ctx.now()
  const since = (days: number) => ({ $gte: lowestIdAt(new Date(at.getTime() - days * dayMs)) })
  const [skills, agents, trainings, leftOut] = await Promise.all([
    listSkills(ctx),
    Agents(ctx.db).find({}, { skills: 1, capacity: 1, free: 1 }).limit(maxAgents).lean(),
    TrainingItems(ctx.db).aggregate<{ _id: string; count: number }>([
      { $match: { _id: since(182) } },
      { $group: { _id: '$agentId', count: { $sum: 1 } } },
    ]),
    TrainingItems(ctx.db).distinct('agentId', {
      skillId: skill._id,
      $or: [{ open: true }, { state: 'DECLINED', _id: since(90) }],
    }),
  ])
  const wanted = {
    skill,
    targetLevel,
    skillById: new Map(skills.map((one) => [one._id, one])),
    trainingsOf: new Map(trainings.map(({ _id, count }) => [_id, count])),
    leftOut: new Set(leftOut),
  }
  return rankCandidates(wanted, agents, at)
}

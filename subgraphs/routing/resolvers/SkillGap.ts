import type { SkillGapResolvers } from '../generated/resolvers.ts'
import { openTrainingsOfSkill, skillById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const SkillGap: SkillGapResolvers = {
  skill: async ({ skillId }, _args, ctx) => mustExist(await skillById(ctx).load(skillId), `skill ${skillId}`),
  async openTrainings({ skillId, level }, _args, ctx) {
    const open = (await openTrainingsOfSkill(ctx).load(skillId)) ?? []
    return open.reduce((sum, training) => sum + (training.level >= level ? training.count : 0), 0)
  },
}

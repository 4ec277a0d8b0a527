import type { SkillGrantResolvers } from '../generated/resolvers.ts'
import { skillById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const SkillGrant: SkillGrantResolvers = {
  skill: async ({ skillId }, _args, ctx) => mustExist(await skillById(ctx).load(skillId), `skill ${skillId}`),
}

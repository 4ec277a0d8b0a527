import type { AgentSkillResolvers } from '../generated/resolvers.ts'
import { skillById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const AgentSkill: AgentSkillResolvers = {
  skill: async ({ skillId }, _args, ctx) => mustExist(await skillById(ctx).load(skillId), `skill ${skillId}`),
  expiresAt: (skill) => skill.expiresAt ?? null,
}

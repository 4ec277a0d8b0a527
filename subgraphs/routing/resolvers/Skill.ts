import type { SkillResolvers } from '../generated/resolvers.ts'

export const Skill: SkillResolvers = {
  id: (skill) => skill._id,
}

import type { SkillResolvers } from '../generated/resolvers.ts'

export const Skill: SkillResolvers = {
  id: (skill) => skill._id,
  mediaType: (skill) => skill.mediaType ?? null,
  domain: (skill) => skill.domain ?? null,
  basic: (skill) => skill.basicProficiency !== undefined,
  basicProficiency: (skill) => skill.basicProficiency ?? null,
}

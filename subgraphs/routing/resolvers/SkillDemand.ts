import { formatDuration } from '#platform/time/duration.ts'
import type { SkillDemandResolvers } from '../generated/resolvers.ts'

export const SkillDemand: SkillDemandResolvers = {
  work: ({ workMs }) => formatDuration(Math.round(workMs)),
}

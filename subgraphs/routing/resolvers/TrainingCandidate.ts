import type { TrainingCandidateResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const TrainingCandidate: TrainingCandidateResolvers = {
  agent: async ({ agentId }, _args, ctx) => mustExist(await agentById(ctx).load(agentId), `agent ${agentId}`),
  currentLevel: ({ currentLevel }) => currentLevel ?? null,
}

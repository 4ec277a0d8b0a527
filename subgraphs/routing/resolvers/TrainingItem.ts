import type { TrainingItemResolvers } from '../generated/resolvers.ts'
import { agentById, skillById, trainingPlanById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const TrainingItem: TrainingItemResolvers = {
  id: (item) => item._id,
  plan: async ({ planId }, _args, ctx) =>
    mustExist(await trainingPlanById(ctx).load(planId), `training plan ${planId}`),
  agent: async ({ agentId }, _args, ctx) => mustExist(await agentById(ctx).load(agentId), `agent ${agentId}`),
  skill: async ({ skillId }, _args, ctx) => mustExist(await skillById(ctx).load(skillId), `skill ${skillId}`),
  fromLevel: (item) => item.fromLevel ?? null,
  overdue: (item, _args, ctx) => item.open === true && item.dueAt <= ctx.now(),
  certification: ({ certification }) =>
    certification ? { ...certification, validUntil: certification.validUntil ?? null } : null,
  notes: ({ notes }) => notes.map((note) => ({ ...note, evidenceUrl: note.evidenceUrl ?? null })),
  history: ({ history }) =>
    history.map((step) => ({ ...step, by: step.by ?? null, reason: step.reason ?? null })),
}

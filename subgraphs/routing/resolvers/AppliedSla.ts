import type { AppliedSlaResolvers } from '../generated/resolvers.ts'
import { slaPolicyById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const AppliedSla: AppliedSlaResolvers = {
  id: (clock) => clock._id,
  policy: async ({ policyId }, _args, ctx) =>
    mustExist(await slaPolicyById(ctx).load(policyId), `SLA policy ${policyId}`),
  pausedAt: (clock) => clock.pausedAt ?? null,
  endedAt: (clock) => clock.endedAt ?? null,
}

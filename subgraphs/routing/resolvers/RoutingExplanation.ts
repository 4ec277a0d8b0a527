import type { RoutingExplanationResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const RoutingExplanation: RoutingExplanationResolvers = {
  at: ({ decided }) => decided.at,
  reservationId: ({ decided }) => decided.reservationId,
  epoch: ({ decided }) => decided.epoch,
  agent: async ({ decided: { agentId } }, _args, ctx) =>
    mustExist(await agentById(ctx).load(agentId), `agent ${agentId}`),
  rule: ({ decided }) => decided.decision.rule,
  ring: ({ decided }) => decided.decision.ring,
  candidates: ({ decided }) => [...decided.decision.candidates],
  excluded: ({ decided }) => decided.decision.excluded,
}

import type { SlaEventResolvers } from '../generated/resolvers.ts'
import { appliedSlaById, workItemById } from '../loaders.ts'
import { slaTopic } from '../services/sla/record-sla-events.ts'
import { sequenceOf } from '../services/sla/sla-sequence.ts'
import { mustExist } from './must-exist.ts'

export const SlaEvent: SlaEventResolvers = {
  id: (event) => event._id,
  sequence: sequenceOf,
  cursor: (event, _args, ctx) => ctx.live.cursor(slaTopic, sequenceOf(event), ctx.viewer),
  appliedSla: async ({ appliedSlaId }, _args, ctx) =>
    mustExist(await appliedSlaById(ctx).load(appliedSlaId), `clock ${appliedSlaId}`),
  workItem: async ({ workItemId }, _args, ctx) =>
    mustExist(await workItemById(ctx).load(workItemId), `work item ${workItemId}`),
}

import type { SlaEventResolvers } from '../generated/resolvers.ts'
import { slaTopic } from '../services/sla/sla-topics.ts'
import { sequenceOf } from '../services/sla/sla-sequence.ts'
import { mustExist } from './must-exist.ts'

export const SlaEvent: SlaEventResolvers = {
  id: (event) => event._id,
  sequence: sequenceOf,
  cursor: (event, _args, ctx) => ctx.live.cursor(slaTopic, sequenceOf(event), ctx.viewer),
  appliedSla: ({ clock, appliedSlaId }) => mustExist(clock, `clock ${appliedSlaId}`),
  workItem: ({ item, workItemId }) => mustExist(item, `work item ${workItemId}`),
}

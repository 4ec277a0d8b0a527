import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { explainRouting as explain } from '../../services/explain/explain-routing.ts'

export const explainRouting: QueryResolvers['explainRouting'] = async (
  _parent,
  { workItemId, reservationId, agentId },
  ctx,
) => {
  requireStaff(ctx.viewer)
  return explain(ctx, workItemId, reservationId, agentId)
}

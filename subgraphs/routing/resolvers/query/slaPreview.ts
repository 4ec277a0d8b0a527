import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { previewSla } from '../../services/sla/preview-sla.ts'

export const slaPreview: QueryResolvers['slaPreview'] = async (_parent, { policyId, startedAt }, ctx) => {
  requireStaff(ctx.viewer)
  return previewSla(ctx, policyId, startedAt)
}

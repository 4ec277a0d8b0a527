import { requireStaff } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveSlaPolicy as save } from '../../services/sla/save-sla-policy.ts'

export const saveSlaPolicy: MutationResolvers['saveSlaPolicy'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, mediaType, queueId, metric, target, warnBefore } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    mediaType,
    queueId: queueId ?? null,
    metric,
    targetMs: parseDurationMs(target),
    warnBeforeMs: parseDurationMs(warnBefore),
  })
  return { slaPolicy: saved, userErrors: refusals }
}

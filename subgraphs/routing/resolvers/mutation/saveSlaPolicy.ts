import { requireStaff } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveSlaPolicy as save } from '../../services/sla/save-sla-policy.ts'

export const saveSlaPolicy: MutationResolvers['saveSlaPolicy'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await save(ctx, {
    _id: input.id,
    name: input.name,
    mediaType: input.mediaType,
    channel: input.channel ?? null,
    queueId: input.queueId ?? null,
    minimumPriority: input.minimumPriority ?? null,
    customerTier: input.customerTier ?? null,
    metric: input.metric,
    targetMs: parseDurationMs(input.target),
    warnBeforeMs: parseDurationMs(input.warnBefore),
    calendarId: input.calendarId ?? null,
    pauseOn: [...new Set(input.pauseOn ?? [])],
  })
  return { slaPolicy: saved, userErrors: refusals }
}

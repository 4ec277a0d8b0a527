import { requireStaff } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveQueue as save } from '../../services/queues/save-queue.ts'

export const saveQueue: MutationResolvers['saveQueue'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, mediaTypes, domain, requiredSkills, reservationTimeout } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    mediaTypes,
    domain: domain ?? undefined,
    requiredSkills: requiredSkills.map(({ skillId, minimumProficiency }) => ({
      skillId,
      minimumProficiency: minimumProficiency ?? 1,
    })),
    reservationTimeoutMs: parseDurationMs(reservationTimeout ?? 'PT30S'),
  })
  return { queue: saved, userErrors: refusals }
}

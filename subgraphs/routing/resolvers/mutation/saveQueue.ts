import { requireStaff } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveQueue as save } from '../../services/queues/save-queue.ts'
import { requirementOf, stepOf } from '../routing-step-input.ts'

export const saveQueue: MutationResolvers['saveQueue'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, mediaTypes, domain, requiredSkills, reservationTimeout, silentAfter } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    mediaTypes,
    domain: domain ?? undefined,
    requiredSkills: requiredSkills.map(requirementOf),
    reservationTimeoutMs: parseDurationMs(reservationTimeout ?? 'PT30S'),
    steps: (input.routingSteps ?? []).map(stepOf),
    whenOfferMissed: input.whenOfferMissed ?? 'AWAY',
    wrapUpLimitMs: input.wrapUpLimit ? parseDurationMs(input.wrapUpLimit) : null,
    silentAfterMs: silentAfter ? parseDurationMs(silentAfter) : undefined,
    maxWaiting: input.maxWaiting ?? undefined,
    overflowTo: input.overflowTo ?? undefined,
    serviceLevelGoal: input.serviceLevelGoal ?? 0.8,
  })
  return { queue: saved, userErrors: refusals }
}

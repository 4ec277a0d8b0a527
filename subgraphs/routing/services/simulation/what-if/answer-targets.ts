import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { SlaPolicies } from '../../../models/sla-policy.ts'
import { defaultSlaPolicies } from '../../sla/default-sla-policies.ts'
import { policiesFor } from '../../sla/policies-for.ts'

const maxPolicies = 5_000

/** Within what time contacts of a kind in a queue should be answered: by the policies in force, else by the default. */
export async function answerTargets(
  ctx: ServiceContext,
): Promise<(mediaType: MediaType, queueId: string) => number> {
  const policies = await SlaPolicies(ctx.db)
    .find({ metric: { $in: ['SPEED_OF_ANSWER', 'FIRST_RESPONSE'] } })
    .limit(maxPolicies)
    .lean()
  return (mediaType, queueId) => {
    // An ordinary contact: without a tier or a priority, and of whatever channel.
    const contact = { mediaType, queueId, channel: '', priority: 0 }
    const targets = [...policiesFor(policies, contact).values()].map(({ targetMs }) => targetMs)
    return targets.length > 0 ? Math.min(...targets) : defaultSlaPolicies[mediaType].targetMs
  }
}

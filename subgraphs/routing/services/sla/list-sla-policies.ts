import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../models/sla-policy.ts'
import { compareSpecial } from './policies-for.ts'

const maxPolicies = 1_000

/** The SLA policies in force, the most special first, those alike in that by kind of contact. */
export async function listSlaPolicies(ctx: ServiceContext): Promise<SlaPolicyRecord[]> {
  const policies = await SlaPolicies(ctx.db)
    .find({ removedAt: null })
    .sort({ mediaType: 1, metric: 1, _id: 1 })
    .limit(maxPolicies)
    .lean()
  return policies.sort(compareSpecial)
}

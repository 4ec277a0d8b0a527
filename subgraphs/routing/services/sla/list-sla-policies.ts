import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../models/sla-policy.ts'

const maxPolicies = 1_000

/** The SLA policies in force: those of one queue before those of all, by kind of contact. */
export async function listSlaPolicies(ctx: ServiceContext): Promise<SlaPolicyRecord[]> {
  const policies = await SlaPolicies(ctx.db)
    .find()
    .sort({ mediaType: 1, queueId: 1, metric: 1 })
    .limit(maxPolicies)
    .lean()
  return policies.sort((a, b) => Number(a.queueId === null) - Number(b.queueId === null))
}

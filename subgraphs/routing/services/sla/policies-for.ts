import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'

/** The policies that set the clocks of a contact: for each metric the queue's own, else the one of all queues. */
export function policiesFor(
  policies: readonly SlaPolicyRecord[],
  mediaType: MediaType,
  queueId: string,
): SlaPolicyRecord[] {
  const byMetric = new Map<SlaMetric, SlaPolicyRecord>()
  for (const policy of policies) {
    if (policy.mediaType !== mediaType) continue
    if (policy.queueId === queueId || (policy.queueId === null && !byMetric.has(policy.metric))) {
      byMetric.set(policy.metric, policy)
    }
  }
  return [...byMetric.values()]
}

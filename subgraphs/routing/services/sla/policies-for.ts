import type { SlaMetric } from '#schema/events/vocabulary.ts'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'

/** What policies look at. */
export type SlaContact = Pick<
  WorkItemRecord,
  'mediaType' | 'channel' | 'queueId' | 'priority' | 'customerTier'
>

/**
 * The policies that set the clocks of a contact: of those that apply to it the most special for each metric. One for
 * the customer's tier goes before one without, whatever else they say; of two alike in that, the one for the queue;
 * then the one for the higher priority; then the one for the channel.
 */
export function policiesFor(
  policies: readonly SlaPolicyRecord[],
  contact: SlaContact,
): Map<SlaMetric, SlaPolicyRecord> {
  const byMetric = new Map<SlaMetric, SlaPolicyRecord>()
  for (const policy of policies) {
    if (!applies(policy, contact)) continue
    const other = byMetric.get(policy.metric)
    if (!other || compareSpecial(policy, other) < 0) byMetric.set(policy.metric, policy)
  }
  return byMetric
}

/** Orders policies, the most special first; 0 where they are equally special. */
export function compareSpecial(a: SlaPolicyRecord, b: SlaPolicyRecord): number {
  return (
    Number(b.customerTier !== null) - Number(a.customerTier !== null) ||
    Number(b.queueId !== null) - Number(a.queueId !== null) ||
    (b.minimumPriority ?? Number.NEGATIVE_INFINITY) - (a.minimumPriority ?? Number.NEGATIVE_INFINITY) ||
    Number(b.channel !== null) - Number(a.channel !== null) ||
    0
  )
}

function applies(policy: SlaPolicyRecord, contact: SlaContact): boolean {
  return (
    policy.mediaType === contact.mediaType &&
    (policy.channel === null || policy.channel === contact.channel) &&
    (policy.queueId === null || policy.queueId === contact.queueId) &&
    (policy.minimumPriority === null || contact.priority >= policy.minimumPriority) &&
    (policy.customerTier === null || policy.customerTier === contact.customerTier)
  )
}

import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'
import { checkName } from '../check-name.ts'
import { checkStableId } from '../check-stable-id.ts'
import type { Refusal } from '../refusal.ts'

const maxTargetMs = 366 * 86_400_000
const maxPriority = 10

/** A contact has one clock of its first answer, which the service level counts; in a call there is no next message. */
const written: readonly SlaMetric[] = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION']
const metricsOf: Readonly<Record<MediaType, readonly SlaMetric[]>> = {
  VOICE: ['SPEED_OF_ANSWER', 'RESOLUTION'],
  CHAT: written,
  SOCIAL: written,
  EMAIL: written,
}

/** What is wrong with a policy by itself. */
export function checkSlaPolicy(policy: SlaPolicyRecord): Refusal[] {
  const refusals = [
    ...checkStableId('id', policy._id),
    ...checkName(policy.name),
    ...(policy.channel === null ? [] : checkStableId('channel', policy.channel)),
    ...(policy.customerTier === null ? [] : checkStableId('customerTier', policy.customerTier)),
    ...checkTimes(policy),
  ]
  if (!metricsOf[policy.mediaType].includes(policy.metric)) {
    const message = `Choose one of ${metricsOf[policy.mediaType].join(', ')} for this kind of contact.`
    refusals.push({ field: 'metric', code: 'METRIC_NOT_FOR_MEDIA', message })
  }
  const { minimumPriority, pauseOn, metric, mediaType } = policy
  if (minimumPriority !== null && (minimumPriority < 1 || minimumPriority > maxPriority)) {
    const message = `Priorities that a policy can ask for go from 1 to ${maxPriority}.`
    refusals.push({ field: 'minimumPriority', code: 'OUT_OF_RANGE', message })
  }
  if (pauseOn.length > 0 && (metric !== 'RESOLUTION' || mediaType === 'VOICE')) {
    const message = 'Only the resolution of written contacts has turns at which its clock can stand still.'
    refusals.push({ field: 'pauseOn', code: 'NOTHING_TO_PAUSE', message })
  }
  return refusals
}

function checkTimes({ targetMs, warnBeforeMs }: SlaPolicyRecord): Refusal[] {
  if (targetMs < 1_000 || targetMs > maxTargetMs) {
    return [{ field: 'target', code: 'OUT_OF_RANGE', message: 'A target is from one second to one year.' }]
  }
  if (warnBeforeMs >= targetMs) {
    const message = 'The warning has to come after the contact begins: give less than the target.'
    return [{ field: 'warnBefore', code: 'OUT_OF_RANGE', message }]
  }
  return []
}

import type { SaveSlaPolicyInput, SlaPolicySettingsFragment } from '../../generated/operations.ts'
import { metricsOf } from './metrics-of.ts'

/** A policy as the form holds it. */
export type PolicyDraft = Required<SaveSlaPolicyInput>

/** The form of a policy that is there, or of a new one. */
export const policyDraft = (policy: SlaPolicySettingsFragment | undefined): PolicyDraft => ({
  id: policy?.id ?? '',
  name: policy?.name ?? '',
  mediaType: policy?.mediaType ?? 'CHAT',
  channel: policy?.channel ?? null,
  queueId: policy?.queueId ?? null,
  minimumPriority: policy?.minimumPriority ?? null,
  customerTier: policy?.customerTier ?? null,
  metric: policy?.metric ?? 'FIRST_RESPONSE',
  target: policy?.target ?? 'PT3M',
  warnBefore: policy?.warnBefore ?? 'PT60S',
  calendarId: policy?.calendar?.id ?? null,
  pauseOn: policy ? [...policy.pauseOn] : [],
})

/** Whether such a clock has turns at which it can stand still. */
export const mayPause = ({ metric, mediaType }: Pick<PolicyDraft, 'metric' | 'mediaType'>): boolean =>
  metric === 'RESOLUTION' && mediaType !== 'VOICE'

/** Changes a draft, and with it what would not fit any more. */
export function changePolicy(draft: PolicyDraft, part: Partial<PolicyDraft>): PolicyDraft {
  const next = { ...draft, ...part }
  const metrics = metricsOf(next.mediaType)
  if (!metrics.includes(next.metric)) next.metric = metrics[0] ?? next.metric
  if (!mayPause(next)) next.pauseOn = []
  return next
}

/** What is sent. */
export const policyInput = (draft: PolicyDraft): SaveSlaPolicyInput => ({
  ...draft,
  id: draft.id.trim(),
  name: draft.name.trim(),
  channel: draft.channel?.trim() || null,
  customerTier: draft.customerTier?.trim() || null,
})

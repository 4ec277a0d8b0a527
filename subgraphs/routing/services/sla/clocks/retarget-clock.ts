import type { AppliedSlaRecord } from '../../../models/applied-sla.ts'
import type { SlaPolicyRecord } from '../../../models/sla-policy.ts'
import type { SlaSettings } from '../settings/sla-settings.ts'
import { slaDeadline } from '../sla-deadline.ts'
import { calendarOf } from './new-clock.ts'

/**
 * A running clock under what now applies to it: its target counts from its start, so one that was extended gains the
 * difference and one that was cut loses it. What it spent before a pause stays as it was measured then. A warning that
 * was given stays given. Pure.
 */
export function retargetClock(
  settings: SlaSettings,
  clock: AppliedSlaRecord,
  policy: SlaPolicyRecord,
  queueId: string,
): AppliedSlaRecord {
  const { _id: policyId, targetMs, warnBeforeMs, calendarId, pauseOn } = policy
  const calendar = calendarOf(settings, policy)
  const deadline = slaDeadline(policy, clock.runningSince, { calendar, spentMs: clock.spentMs })
  const next: AppliedSlaRecord = {
    ...clock,
    ...deadline,
    policyId,
    queueId,
    targetMs,
    warnBeforeMs,
    calendarId,
    pauseOn,
    settingsVersion: settings.version,
  }
  if (!clock.pausedAt) next.wakeAt = clock.status === 'ACTIVE' ? deadline.warnAt : deadline.dueAt
  return next
}

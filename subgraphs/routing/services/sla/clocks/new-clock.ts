import { newId } from '#platform/ids/new-id.ts'
import type { AppliedSlaRecord } from '../../../models/applied-sla.ts'
import type { SlaPolicyRecord } from '../../../models/sla-policy.ts'
import type { WorkItemRecord } from '../../../models/work-item.ts'
import type { SlaSettings } from '../settings/sla-settings.ts'
import { slaDeadline } from '../sla-deadline.ts'

/** What a clock keeps of its work item. */
export type ClockedItem = Pick<WorkItemRecord, '_id' | 'sessionId' | 'queueId' | 'channel' | 'mediaType'>

/** A policy's clock on a work item, begun at an instant that may have passed. Pure, but for its id. */
export function newClock(
  settings: SlaSettings,
  item: ClockedItem,
  policy: SlaPolicyRecord,
  startedAt: Date,
): AppliedSlaRecord {
  const deadline = slaDeadline(policy, startedAt, { calendar: calendarOf(settings, policy) })
  return {
    _id: newId(),
    policyId: policy._id,
    workItemId: item._id,
    sessionId: item.sessionId,
    queueId: item.queueId,
    channel: item.channel,
    mediaType: item.mediaType,
    metric: policy.metric,
    status: 'ACTIVE',
    startedAt,
    ...deadline,
    targetMs: policy.targetMs,
    warnBeforeMs: policy.warnBeforeMs,
    calendarId: policy.calendarId,
    pauseOn: policy.pauseOn,
    settingsVersion: settings.version,
    runningSince: startedAt,
    spentMs: 0,
    wakeAt: deadline.warnAt,
  }
}

/** The calendar by which a policy or a clock counts; null for all time. */
export function calendarOf(settings: SlaSettings, { calendarId }: { calendarId: string | null }) {
  return calendarId === null ? null : (settings.calendars.get(calendarId) ?? null)
}

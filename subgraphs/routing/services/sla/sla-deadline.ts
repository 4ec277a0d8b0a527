import type { BusinessCalendarRecord } from '../../models/business-calendar.ts'
import { addBusinessTime, horizonMs } from './calendar/add-business-time.ts'

/** What a policy asks. */
export interface SlaTerms {
  targetMs: number
  warnBeforeMs: number
}

/**
 * The instants of a clock that a policy sets. Pure arithmetic: the target is that much time of the calendar after the
 * start, and the warning so much of it earlier.
 * @param calendar null counts all time
 * @param spentMs what the clock had run before `runningSince`; a target that was used up then is due at `runningSince`
 */
export function slaDeadline(
  { targetMs, warnBeforeMs }: SlaTerms,
  runningSince: Date,
  { calendar = null, spentMs = 0 }: { calendar?: BusinessCalendarRecord | null; spentMs?: number } = {},
): { warnAt: Date; dueAt: Date } {
  return {
    warnAt: after(calendar, runningSince, targetMs - warnBeforeMs - spentMs),
    dueAt: after(calendar, runningSince, targetMs - spentMs),
  }
}

/** Policies whose target a calendar does not reach are refused when either is saved; a contact is never refused for it. */
function after(calendar: BusinessCalendarRecord | null, start: Date, durationMs: number): Date {
  return addBusinessTime(calendar, start, durationMs) ?? new Date(start.getTime() + horizonMs)
}

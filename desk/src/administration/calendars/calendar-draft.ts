import type {
  CalendarSettingsFragment,
  SaveBusinessCalendarInput,
  Weekday,
} from '../../generated/operations.ts'

/** The days of a week, as they follow each other. */
export const weekdays: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]

/** Open hours of a day. */
export interface Hours {
  from: string
  to: string
}

/** A day with hours of its own. */
export interface HolidayDraft {
  key: number
  date: string
  yearly: boolean
  name: string
  hours: Hours[]
}

/** A calendar as the form holds it. */
export interface CalendarDraft {
  id: string
  name: string
  timeZone: string
  /** The hours of each day of the week, in the order of {@link weekdays}. */
  week: Hours[][]
  holidays: HolidayDraft[]
}

/** The form of a calendar that is there, or of a new one. */
export const calendarDraft = (
  calendar: CalendarSettingsFragment | undefined,
  timeZone: string,
): CalendarDraft => ({
  id: calendar?.id ?? '',
  name: calendar?.name ?? '',
  timeZone: calendar?.timeZone ?? timeZone,
  week: weekdays.map((day, index) =>
    calendar
      ? calendar.intervals.filter(({ weekday }) => weekday === day).map(({ from, to }) => ({ from, to }))
      : index < 5
        ? [{ from: '09:00', to: '17:00' }]
        : [],
  ),
  holidays: (calendar?.holidays ?? []).map(({ date, yearly, name, hours }, key) => ({
    key,
    date,
    yearly,
    name,
    hours: hours.map(({ from, to }) => ({ from, to })),
  })),
})

/** What is sent. */
export const calendarInput = ({ week, holidays, ...draft }: CalendarDraft): SaveBusinessCalendarInput => ({
  id: draft.id.trim(),
  name: draft.name.trim(),
  timeZone: draft.timeZone.trim(),
  intervals: week.flatMap((hours, index) =>
    hours.map((one) => ({ weekday: weekdays[index] ?? 'MONDAY', ...one })),
  ),
  holidays: holidays.map(({ key: _key, ...holiday }) => holiday),
})

/** Where a day's hours begin among the intervals that are sent, to find their refusals. */
export const firstInterval = (week: readonly Hours[][], day: number): number =>
  week.slice(0, day).reduce((sum, hours) => sum + hours.length, 0)

/** The hours that a day gets next: the afternoon behind a morning, else the usual day. */
export function nextHours(hours: readonly Hours[]): Hours {
  const last = hours.at(-1)
  if (!last) return { from: '09:00', to: '17:00' }
  return last.to < '13:00' ? { from: '13:00', to: '17:00' } : { from: last.to, to: '24:00' }
}

import type { BusinessCalendarRecord, OpenHoursRecord } from '../../../models/business-calendar.ts'

/** A stretch of one day by the wall clock, in milliseconds from its midnight. */
export interface DayHours {
  fromMs: number
  toMs: number
}

/** The open stretches of a calendar date, in order. Dates are counted from 1970-01-01. */
export type HoursOfDay = (epochDay: number) => readonly DayHours[]

const dayMs = 86_400_000
const compiled = new WeakMap<BusinessCalendarRecord, HoursOfDay>()

/**
 * What each date's hours are: a date's own entry, else the yearly one of that day, else the week's. Worked out once
 * for a calendar as it was read.
 */
export function hoursOfDay(calendar: BusinessCalendarRecord): HoursOfDay {
  let hours = compiled.get(calendar)
  if (!hours) {
    hours = compile(calendar)
    compiled.set(calendar, hours)
  }
  return hours
}

function compile({ intervals, holidays }: BusinessCalendarRecord): HoursOfDay {
  const week = Array.from({ length: 7 }, (_, at) => inOrder(intervals.filter((i) => i.weekday === at + 1)))
  const dated = new Map(holidays.filter((h) => !h.yearly).map((h) => [h.date, inOrder(h.hours)]))
  const yearly = new Map(
    holidays.filter((h) => h.yearly).map((h) => [h.date.slice('2026-'.length), inOrder(h.hours)]),
  )
  return (epochDay) => {
    if (holidays.length > 0) {
      const date = new Date(epochDay * dayMs).toISOString().slice(0, '2026-12-25'.length)
      const special = dated.get(date) ?? yearly.get(date.slice('2026-'.length))
      if (special) return special
    }
    // 1970-01-01 was a Thursday, the fourth day of its week.
    return week[(((epochDay + 3) % 7) + 7) % 7] ?? []
  }
}

function inOrder(hours: readonly OpenHoursRecord[]): DayHours[] {
  return hours
    .map(({ fromMinute, toMinute }) => ({ fromMs: fromMinute * 60_000, toMs: toMinute * 60_000 }))
    .sort((a, b) => a.fromMs - b.fromMs)
}

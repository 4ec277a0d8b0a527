import type {
  BusinessCalendarRecord,
  HolidayRecord,
  OpenHoursRecord,
  WeeklyHoursRecord,
} from '../../../models/business-calendar.ts'
import { checkName } from '../../check-name.ts'
import { checkStableId } from '../../check-stable-id.ts'
import type { Refusal } from '../../refusal.ts'
import { zoneOffsetMs } from '../calendar/zone-offset.ts'
import { minuteOfDay } from './clock-time.ts'

/** Open hours as people write them: `08:30` to `17:00`. */
export interface OpenHoursWish {
  from: string
  to: string
}

/** A calendar as it is asked for. */
export interface CalendarWish extends Pick<BusinessCalendarRecord, '_id' | 'name' | 'timeZone'> {
  intervals: Array<OpenHoursWish & { weekday: number }>
  holidays: Array<Pick<HolidayRecord, 'date' | 'yearly' | 'name'> & { hours: OpenHoursWish[] }>
}

const maxIntervals = 70
const maxHolidays = 1_000
const maxHoursOfDay = 10

/** The calendar that is asked for, and all that is wrong with it. */
export function readCalendar(wish: CalendarWish): {
  calendar: BusinessCalendarRecord
  refusals: Refusal[]
} {
  const refusals: Refusal[] = [
    ...checkStableId('id', wish._id),
    ...checkName(wish.name),
    ...checkTimeZone(wish.timeZone),
  ]
  if (wish.intervals.length === 0) {
    const message = 'Give at least one stretch of open hours a week.'
    refusals.push({ field: 'intervals', code: 'REQUIRED', message })
  }
  if (wish.intervals.length > maxIntervals || wish.holidays.length > maxHolidays) {
    const message = `A calendar has up to ${maxIntervals} stretches a week and ${maxHolidays} holidays.`
    return {
      calendar: { ...wish, intervals: [], holidays: [] },
      refusals: [...refusals, { field: null, code: 'TOO_MANY', message }],
    }
  }
  const intervals = wish.intervals.map(
    (interval, at): WeeklyHoursRecord => ({
      weekday: interval.weekday,
      ...readHours(`intervals.${at}`, interval, refusals),
    }),
  )
  for (let weekday = 1; weekday <= 7; weekday++) {
    checkApart(
      'intervals',
      intervals.filter((interval) => interval.weekday === weekday),
      refusals,
    )
  }
  const seen = new Set<string>()
  const holidays = wish.holidays.map(({ date, yearly, name, hours }, at): HolidayRecord => {
    const field = `holidays.${at}`
    if (!isDate(date)) {
      const message = 'A date looks like 2026-12-25.'
      refusals.push({ field: `${field}.date`, code: 'INVALID_DATE', message })
    }
    const day = yearly ? date.slice('2026'.length) : date
    if (seen.has(day)) {
      const message = `${date} is named twice.`
      refusals.push({ field: `${field}.date`, code: 'DUPLICATE', message })
    }
    seen.add(day)
    refusals.push(...checkName(name).map((refusal) => ({ ...refusal, field: `${field}.name` })))
    if (hours.length > maxHoursOfDay) {
      const message = `A day has up to ${maxHoursOfDay} stretches of open hours.`
      refusals.push({ field: `${field}.hours`, code: 'TOO_MANY', message })
    }
    const read = hours.map((each, nth) => readHours(`${field}.hours.${nth}`, each, refusals))
    checkApart(`${field}.hours`, read, refusals)
    return { date, yearly, name, hours: read }
  })
  return { calendar: { ...wish, intervals, holidays }, refusals }
}

function readHours(field: string, { from, to }: OpenHoursWish, refusals: Refusal[]): OpenHoursRecord {
  const [fromMinute, toMinute] = [minuteOfDay(from), minuteOfDay(to)]
  for (const [part, minute] of [
    ['from', fromMinute],
    ['to', toMinute],
  ] as const) {
    if (minute !== null) continue
    const message = 'A time looks like 08:30; the end of a day is 24:00.'
    refusals.push({ field: `${field}.${part}`, code: 'INVALID_TIME', message })
  }
  if (fromMinute !== null && toMinute !== null && fromMinute >= toMinute) {
    const message =
      'Open hours end after they begin. Give a night as two stretches, until 24:00 and from 00:00.'
    refusals.push({ field, code: 'ENDS_BEFORE_BEGINNING', message })
  }
  return { fromMinute: fromMinute ?? 0, toMinute: toMinute ?? 0 }
}

function checkApart(field: string, hours: readonly OpenHoursRecord[], refusals: Refusal[]): void {
  const sorted = hours.toSorted((a, b) => a.fromMinute - b.fromMinute)
  if (!sorted.some((each, at) => each.fromMinute < (sorted[at - 1]?.toMinute ?? 0))) return
  refusals.push({ field, code: 'OVERLAP', message: 'Two stretches of open hours of one day overlap.' })
}

function checkTimeZone(timeZone: string): Refusal[] {
  try {
    // A bare offset such as +01:00 would be taken, too, and never change with the seasons.
    if (/^[A-Za-z]/.test(timeZone) && Number.isFinite(zoneOffsetMs(timeZone, 0))) return []
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  const message = 'Give a time zone by its IANA name, for instance Europe/Berlin.'
  return [{ field: 'timeZone', code: 'UNKNOWN_TIME_ZONE', message }]
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  )
}

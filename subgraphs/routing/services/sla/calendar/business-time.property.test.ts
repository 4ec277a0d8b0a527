import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BusinessCalendarRecord, OpenHoursRecord } from '../../../models/business-calendar.ts'
import { addBusinessTime } from './add-business-time.ts'
import { businessTimeBetween } from './business-time-between.ts'

const minute = 60_000
const day = 24 * 60 * minute
const timeZones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'UTC',
]

/** Up to three stretches of one day that do not touch. */
const dayHours: fc.Arbitrary<OpenHoursRecord[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) => ({
      fromMinute: sorted[at * 2] ?? 0,
      toMinute: sorted[at * 2 + 1] ?? 0,
    }))
  })
const date = fc
  .integer({ min: Date.UTC(2026, 0, 1) / day, max: Date.UTC(2027, 11, 31) / day })
  .map((epochDay) => new Date(epochDay * day).toISOString().slice(0, 10))
const calendars: fc.Arbitrary<BusinessCalendarRecord> = fc
  .record({
    timeZone: fc.constantFrom(...timeZones),
    week: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
    closed: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
    holidays: fc.uniqueArray(
      fc.record({
        date,
        yearly: fc.boolean(),
        hours: fc.oneof(fc.constant<OpenHoursRecord[]>([]), dayHours),
      }),
      { maxLength: 12, selector: (holiday) => `${holiday.date.slice(5)} ${holiday.yearly}` },
    ),
  })
  .map(({ timeZone, week, closed, holidays }) => ({
    _id: 'c',
    name: 'c',
    timeZone,
    intervals: week.flatMap((hours, at) =>
      closed.includes(at + 1) ? [] : hours.map((open) => ({ weekday: at + 1, ...open })),
    ),
    holidays: holidays.map((holiday) => ({ ...holiday, name: holiday.date })),
  }))
  // Four hours a week, so that the times asked below are found within the ten years that are looked at.
  .filter(
    ({ intervals }) =>
      intervals.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0) >= 240,
  )

/** Around the changes of the clock as well as anywhere in two years. */
const starts = fc
  .oneof(
    fc.constantFrom(
      ...[
        '2026-03-28',
        '2026-10-24',
        '2026-03-07',
        '2026-10-31',
        '2026-04-04',
        '2026-10-03',
        '2027-02-07',
      ].map(Date.parse),
    ),
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 1) }),
  )
  .chain((from) => fc.integer({ min: 0, max: 3 * day }).map((more) => new Date(from + more)))
const durations = fc.oneof(fc.integer({ min: 1, max: 10 * minute }), fc.integer({ min: 1, max: 20 * day }))

test('from start to due lies exactly the target of business time, and less at any instant before', () => {
  fc.assert(
    fc.property(calendars, starts, durations, (calendar, start, targetMs) => {
      const due = addBusinessTime(calendar, start, targetMs)
      if (!due) throw new Error('these calendars have hours enough')
      expect(businessTimeBetween(calendar, start, due)).toBe(targetMs)
      expect(businessTimeBetween(calendar, start, new Date(due.getTime() - 1))).toBe(targetMs - 1)
    }),
    { numRuns: 500 },
  )
})

test('a later start is never due earlier, and more time never earlier', () => {
  fc.assert(
    fc.property(
      calendars,
      starts,
      fc.integer({ min: 0, max: 3 * day }),
      durations,
      (calendar, start, laterMs, ms) => {
        const due = addBusinessTime(calendar, start, ms)?.getTime() ?? Number.NaN
        expect(
          addBusinessTime(calendar, new Date(start.getTime() + laterMs), ms)?.getTime(),
        ).toBeGreaterThanOrEqual(due)
        expect(addBusinessTime(calendar, start, ms + 1)?.getTime()).toBeGreaterThan(due)
      },
    ),
    { numRuns: 300 },
  )
})

test('time added in two parts, as over a pause of no length, ends where it ends in one', () => {
  fc.assert(
    fc.property(calendars, starts, durations, durations, (calendar, start, first, second) => {
      const between = addBusinessTime(calendar, start, first)
      if (!between) throw new Error('these calendars have hours enough')
      expect(addBusinessTime(calendar, between, second)).toEqual(
        addBusinessTime(calendar, start, first + second),
      )
    }),
    { numRuns: 300 },
  )
})

test('always open is plain addition, in every zone', () => {
  const intervals = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1_440 }))
  fc.assert(
    fc.property(fc.constantFrom(...timeZones), starts, durations, (timeZone, start, ms) => {
      const always = { _id: 'c', name: 'c', timeZone, intervals, holidays: [] }
      expect(addBusinessTime(always, start, ms)).toEqual(new Date(start.getTime() + ms))
    }),
    { numRuns: 300 },
  )
})

test('what is open is what the wall clock shows: the same as looking at it every minute', () => {
  fc.assert(
    fc.property(calendars, starts, (calendar, start) => {
      const from = Math.floor(start.getTime() / minute) * minute
      const to = from + 2 * day
      const clock = new Intl.DateTimeFormat('sv-SE', {
        timeZone: calendar.timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
      })
      let minutes = 0
      for (let at = from; at < to; at += minute) minutes += isOpen(calendar, clock.format(at)) ? 1 : 0
      expect(businessTimeBetween(calendar, new Date(from), new Date(to))).toBe(minutes * minute)
    }),
    { numRuns: 40 },
  )
})

/** @param wall as Swedes write it: 2026-03-29 02:30 */
function isOpen({ intervals, holidays }: BusinessCalendarRecord, wall: string): boolean {
  const [today = '', time = ''] = wall.split(' ')
  const weekday = new Date(`${today}T12:00Z`).getUTCDay() || 7
  const minuteOfDay = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const holiday =
    holidays.find((h) => !h.yearly && h.date === today) ??
    holidays.find((h) => h.yearly && h.date.slice(5) === today.slice(5))
  const hours = holiday ? holiday.hours : intervals.filter((interval) => interval.weekday === weekday)
  return hours.some(({ fromMinute, toMinute }) => fromMinute <= minuteOfDay && minuteOfDay < toMinute)
}

import { expect, test } from 'vitest'
import type { BusinessCalendarRecord, WeeklyHoursRecord } from '../../../models/business-calendar.ts'
import { addBusinessTime } from './add-business-time.ts'
import { businessTimeBetween } from './business-time-between.ts'

const minute = 60_000
const hour = 60 * minute

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const open = (hours: string) => ({
  fromMinute: minuteOf(hours.slice(0, 5)),
  toMinute: minuteOf(hours.slice(6)),
})
const daily = (...hours: string[]): WeeklyHoursRecord[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => hours.map((each) => ({ weekday, ...open(each) })))
const workdays = (...hours: string[]) => daily(...hours).filter(({ weekday }) => weekday <= 5)

function calendar(
  timeZone: string,
  intervals: WeeklyHoursRecord[],
  holidays: Record<string, string[]> = {},
): BusinessCalendarRecord {
  return {
    _id: 'c',
    name: 'c',
    timeZone,
    intervals,
    holidays: Object.entries(holidays).map(([date, hours]) => ({
      date: date.startsWith('*') ? `2000${date.slice(1)}` : date,
      yearly: date.startsWith('*'),
      name: date,
      hours: hours.map(open),
    })),
  }
}

const nights = daily('22:00-24:00', '00:00-06:00')
const berlin = calendar('Europe/Berlin', workdays('09:00-12:30', '13:30-17:00'), {
  '2026-04-03': [],
  '*-12-25': [],
  '*-12-24': ['09:00-12:00'],
  '2026-12-24': ['10:00-11:00'],
})

// Instants with their offset are what the wall clock there shows.
const dues: Array<[string, BusinessCalendarRecord, string, number, string]> = [
  ['within the morning', berlin, '2026-11-25T09:10+01:00', 20 * minute, '2026-11-25T09:30+01:00'],
  ['over lunch', berlin, '2026-11-25T12:20+01:00', 30 * minute, '2026-11-25T13:50+01:00'],
  ['from within lunch', berlin, '2026-11-25T13:00+01:00', minute, '2026-11-25T13:31+01:00'],
  ['up to the very end of the day', berlin, '2026-11-25T16:00+01:00', hour, '2026-11-25T17:00+01:00'],
  ['one millisecond more', berlin, '2026-11-25T16:00+01:00', hour + 1, '2026-11-26T09:00:00.001+01:00'],
  ['over night', berlin, '2026-11-25T16:50+01:00', 20 * minute, '2026-11-26T09:10+01:00'],
  ['from the moment of closing', berlin, '2026-11-25T17:00+01:00', minute, '2026-11-26T09:01+01:00'],
  ['over the weekend', berlin, '2026-11-27T16:00+01:00', 2 * hour, '2026-11-30T10:00+01:00'],
  ['from Sunday', berlin, '2026-11-29T03:00+01:00', hour, '2026-11-30T10:00+01:00'],
  [
    'over Good Friday and the change to summer',
    berlin,
    '2026-04-02T16:30+02:00',
    hour,
    '2026-04-06T09:30+02:00',
  ],
  [
    'special hours of one year before the yearly ones',
    berlin,
    '2026-12-24T08:00+01:00',
    hour,
    '2026-12-24T11:00+01:00',
  ],
  ['yearly special hours', berlin, '2027-12-24T08:00+01:00', 3 * hour, '2027-12-24T12:00+01:00'],
  ['past a yearly holiday', berlin, '2025-12-24T11:30+01:00', hour, '2025-12-26T09:30+01:00'],
  ['a whole week', berlin, '2026-11-02T09:00+01:00', 35 * hour, '2026-11-06T17:00+01:00'],
  [
    'Berlin in spring, by day',
    calendar('Europe/Berlin', daily('09:00-17:00')),
    '2026-03-28T16:00+01:00',
    2 * hour,
    '2026-03-29T10:00+02:00',
  ],
  [
    'Berlin in spring, the night of seven hours',
    calendar('Europe/Berlin', nights),
    '2026-03-28T22:00+01:00',
    7 * hour,
    '2026-03-29T06:00+02:00',
  ],
  [
    'Berlin in autumn, the night of nine hours',
    calendar('Europe/Berlin', nights),
    '2026-10-24T22:00+02:00',
    9 * hour,
    '2026-10-25T06:00+01:00',
  ],
  [
    'Berlin in autumn, the second time that it is 2:30',
    calendar('Europe/Berlin', daily('02:00-03:00')),
    '2026-10-25T00:00+02:00',
    90 * minute,
    '2026-10-25T02:30+01:00',
  ],
  [
    'Berlin in spring, an hour that does not exist',
    calendar('Europe/Berlin', daily('02:00-03:00')),
    '2026-03-28T12:00+01:00',
    hour,
    '2026-03-30T03:00+02:00',
  ],
  [
    'New York in spring',
    calendar('America/New_York', nights),
    '2026-03-07T22:00-05:00',
    7 * hour,
    '2026-03-08T06:00-04:00',
  ],
  [
    'New York in autumn',
    calendar('America/New_York', nights),
    '2026-10-31T22:00-04:00',
    9 * hour,
    '2026-11-01T06:00-05:00',
  ],
  [
    'Lord Howe in spring loses half an hour',
    calendar('Australia/Lord_Howe', nights),
    '2026-10-03T22:00+10:30',
    7.5 * hour,
    '2026-10-04T06:00+11:00',
  ],
  [
    'Lord Howe in autumn gains half an hour',
    calendar('Australia/Lord_Howe', nights),
    '2026-04-04T22:00+11:00',
    8.5 * hour,
    '2026-04-05T06:00+10:30',
  ],
  [
    'Shanghai has no summer time',
    calendar('Asia/Shanghai', nights),
    '2026-03-28T22:00+08:00',
    8 * hour,
    '2026-03-29T06:00+08:00',
  ],
  [
    'São Paulo has none any more',
    calendar('America/Sao_Paulo', nights),
    '2026-11-01T22:00-03:00',
    8 * hour,
    '2026-11-02T06:00-03:00',
  ],
  [
    'São Paulo skipped midnight in 2018',
    calendar('America/Sao_Paulo', nights),
    '2018-11-03T22:00-03:00',
    7 * hour,
    '2018-11-04T06:00-02:00',
  ],
  [
    'São Paulo had its last hour of the day twice in 2018',
    calendar('America/Sao_Paulo', nights),
    '2018-02-17T22:00-02:00',
    9 * hour,
    '2018-02-18T06:00-03:00',
  ],
  [
    'Kathmandu is 5:45 ahead',
    calendar('Asia/Kathmandu', daily('09:00-17:00')),
    '2026-06-01T16:30+05:45',
    hour,
    '2026-06-02T09:30+05:45',
  ],
  [
    'a leap day',
    calendar('UTC', daily('09:00-17:00'), { '*-02-29': [] }),
    '2028-02-28T16:00Z',
    2 * hour,
    '2028-03-01T10:00Z',
  ],
  [
    'always open over a change of the clock',
    calendar('Europe/Berlin', daily('00:00-24:00')),
    '2026-03-28T22:00+01:00',
    24 * hour,
    '2026-03-29T23:00+02:00',
  ],
]

test.each(dues)('%s', (_title, hours, start, durationMs, due) => {
  const from = new Date(start)
  expect(addBusinessTime(hours, from, durationMs)?.toISOString()).toBe(new Date(due).toISOString())
  expect(businessTimeBetween(hours, from, new Date(due))).toBe(durationMs)
})

test('without a calendar all time counts', () => {
  const start = new Date('2026-03-29T00:59:59.999Z')
  expect(addBusinessTime(null, start, 20_000)).toEqual(new Date('2026-03-29T01:00:19.999Z'))
  expect(businessTimeBetween(null, start, new Date('2026-03-29T01:00:19.999Z'))).toBe(20_000)
  expect(businessTimeBetween(null, new Date('2026-03-29T01:00:00Z'), start)).toBe(0)
})

test('a calendar with too few hours gives no instant, instead of searching without end', () => {
  const rare = calendar('UTC', [{ weekday: 1, ...open('09:00-09:01') }])
  expect(addBusinessTime(rare, new Date('2026-01-01T00:00Z'), 366 * 24 * hour)).toBeNull()
  expect(addBusinessTime(calendar('UTC', []), new Date('2026-01-01T00:00Z'), 1)).toBeNull()
})

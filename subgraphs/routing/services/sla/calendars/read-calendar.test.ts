import { expect, test } from 'vitest'
import { type CalendarWish, readCalendar } from './read-calendar.ts'

const wish: CalendarWish = {
  _id: 'desk',
  name: 'Desk',
  timeZone: 'Europe/Berlin',
  intervals: [
    { weekday: 1, from: '09:00', to: '12:30' },
    { weekday: 1, from: '13:30', to: '24:00' },
    { weekday: 2, from: '00:00', to: '06:00' },
  ],
  holidays: [
    { date: '2026-12-24', yearly: false, name: 'Christmas Eve', hours: [{ from: '09:00', to: '12:00' }] },
    { date: '2000-12-24', yearly: true, name: 'Christmas Eve', hours: [] },
  ],
}

test('hours are kept as minutes of the day', () => {
  const { calendar, refusals } = readCalendar(wish)
  expect(refusals).toEqual([])
  expect(calendar.intervals).toEqual([
    { weekday: 1, fromMinute: 540, toMinute: 750 },
    { weekday: 1, fromMinute: 810, toMinute: 1_440 },
    { weekday: 2, fromMinute: 0, toMinute: 360 },
  ])
  expect(calendar.holidays[0]?.hours).toEqual([{ fromMinute: 540, toMinute: 720 }])
})

const night = { weekday: 1, from: '22:00', to: '06:00' }
const eve = { date: '2026-12-31', yearly: false, name: 'Eve', hours: [] }
const refusals: Array<[string, Partial<CalendarWish>, string[]]> = [
  ['without hours', { intervals: [] }, ['intervals REQUIRED']],
  ['with a night as one', { intervals: [night] }, ['intervals.0 ENDS_BEFORE_BEGINNING']],
  [
    'with an hour that no clock shows',
    { intervals: [{ ...night, from: '24:30', to: '9:00' }] },
    ['intervals.0.from INVALID_TIME', 'intervals.0.to INVALID_TIME'],
  ],
  [
    'with hours that overlap',
    { intervals: [...wish.intervals, { weekday: 1, from: '12:00', to: '14:00' }] },
    ['intervals OVERLAP'],
  ],
  ['in a zone of nowhere', { timeZone: 'Mars/Olympus' }, ['timeZone UNKNOWN_TIME_ZONE']],
  ['in a bare offset', { timeZone: '+01:00' }, ['timeZone UNKNOWN_TIME_ZONE']],
  [
    'with a day that is not',
    { holidays: [{ ...eve, date: '2026-02-30' }] },
    ['holidays.0.date INVALID_DATE'],
  ],
  ['with a day twice', { holidays: [eve, { ...eve, name: 'Again' }] }, ['holidays.1.date DUPLICATE']],
  [
    'with a yearly day twice',
    {
      holidays: [
        { ...eve, yearly: true },
        { ...eve, date: '2027-12-31', yearly: true },
      ],
    },
    ['holidays.1.date DUPLICATE'],
  ],
  ['with a holiday without a name', { holidays: [{ ...eve, name: ' ' }] }, ['holidays.0.name INVALID_NAME']],
  ['with more than anybody has', { intervals: Array(71).fill(night) }, ['null TOO_MANY']],
]

test.each(refusals)('a calendar %s is refused', (_title, more, expected) => {
  const found = readCalendar({ ...wish, ...more }).refusals
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})

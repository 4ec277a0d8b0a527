import { expect, test } from 'vitest'
import type { CalendarSettingsFragment } from '../../generated/operations.ts'
import { calendarDraft, calendarInput, firstInterval, nextHours } from './calendar-draft.ts'

const calendar: CalendarSettingsFragment = {
  id: 'berlin',
  name: 'Berlin',
  timeZone: 'Europe/Berlin',
  intervals: [
    { weekday: 'TUESDAY', from: '09:00', to: '12:00' },
    { weekday: 'MONDAY', from: '09:00', to: '17:00' },
    { weekday: 'TUESDAY', from: '13:00', to: '17:00' },
  ],
  holidays: [{ date: '2026-12-25', yearly: true, name: 'Christmas', hours: [] }],
}

test('a calendar that is opened and sent again is the same, by days', () => {
  const draft = calendarDraft({ ...calendar, holidays: [] }, 'UTC')
  expect(calendarInput(draft)).toMatchObject({
    timeZone: 'Europe/Berlin',
    intervals: [
      { weekday: 'MONDAY', from: '09:00', to: '17:00' },
      { weekday: 'TUESDAY', from: '09:00', to: '12:00' },
      { weekday: 'TUESDAY', from: '13:00', to: '17:00' },
    ],
  })
  expect([0, 1, 2, 6].map((day) => firstInterval(draft.week, day))).toEqual([0, 1, 3, 3])
})

test('holidays are sent without the keys of the form', () => {
  const draft = calendarDraft({ ...calendar, intervals: [] }, 'UTC')
  expect(calendarInput(draft).holidays).toEqual([
    { date: '2026-12-25', yearly: true, name: 'Christmas', hours: [] },
  ])
})

test.each([
  [[], { from: '09:00', to: '17:00' }],
  [[{ from: '08:00', to: '12:00' }], { from: '13:00', to: '17:00' }],
  [[{ from: '09:00', to: '17:00' }], { from: '17:00', to: '24:00' }],
])('behind %j come %j', (hours, next) => expect(nextHours(hours)).toEqual(next))

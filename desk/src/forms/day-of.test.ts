import { expect, test } from 'vitest'
import { dayOf, endOfDay } from './day-of.ts'

test.each(['2026-11-25', '2026-01-01', '2028-02-29', '2026-12-31', '2026-03-29', '2026-10-25'])(
  'the end of %s is still on that day, and the next moment is not',
  (day) => {
    const end = endOfDay(day) ?? ''
    expect(dayOf(end)).toBe(day)
    expect(dayOf(new Date(Date.parse(end) + 1).toISOString())).not.toBe(day)
  },
)

test('an empty field is no day', () => expect(endOfDay('')).toBeNull())

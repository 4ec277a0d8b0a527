import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderAt } from './order-at.ts'

const noon = new Date('2026-11-23T12:00:00.000Z')

test('priority advances an item by half a minute for each step, and by five minutes at most', () => {
  expect(orderAt(noon, 0)).toEqual(noon)
  expect(orderAt(noon, 2)).toEqual(new Date('2026-11-23T11:59:00.000Z'))
  fc.assert(
    fc.property(fc.integer(), (priority) => {
      const advanceMs = noon.getTime() - orderAt(noon, priority).getTime()
      expect(advanceMs).toBeGreaterThanOrEqual(0)
      expect(advanceMs).toBeLessThanOrEqual(300_000)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsInView } from './rows-in-view.ts'

test.each([
  ['a short list', 5, 0, 600, 0, 5],
  ['an empty list', 0, 0, 600, 0, 0],
  ['the head of a long list', 500_000, 0, 600, 0, 25],
  ['the middle', 500_000, 360_000, 600, 9_992, 10_025],
  ['the end', 500_000, 17_999_400, 600, 499_975, 500_000],
  ['a list below the screen', 100, -4_000, 600, 0, 0],
] as const)('of %s those on screen and some around', (_name, count, scrolledPx, heightPx, from, to) => {
  expect(rowsInView(count, 36, scrolledPx, heightPx)).toMatchObject({ from, to })
})

test('whatever is on screen stands in the document, and the list keeps its height', () => {
  const position = fc.record({
    count: fc.nat(600_000),
    rowPx: fc.integer({ min: 20, max: 60 }),
    scrolledPx: fc.integer({ min: -2_000, max: 40_000_000 }),
    heightPx: fc.integer({ min: 1, max: 3_000 }),
  })
  fc.assert(
    fc.property(position, ({ count, rowPx, scrolledPx, heightPx }) => {
      const { from, to, beforePx, afterPx } = rowsInView(count, rowPx, scrolledPx, heightPx)
      expect(beforePx + (to - from) * rowPx + afterPx).toBe(count * rowPx)
      expect(to - from).toBeLessThan(heightPx / rowPx + 20)
      const firstSeen = Math.max(0, Math.floor(scrolledPx / rowPx))
      const lastSeen = Math.min(count, Math.ceil((scrolledPx + heightPx) / rowPx)) - 1
      if (firstSeen > lastSeen) return
      expect(from).toBeLessThanOrEqual(firstSeen)
      expect(to).toBeGreaterThan(lastSeen)
    }),
  )
})

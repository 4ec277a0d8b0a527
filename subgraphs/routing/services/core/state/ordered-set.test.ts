import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrderedSet } from './ordered-set.ts'

const ascending = (a: number, b: number) => a - b

test('it holds what a sorted list would, whatever is added and removed', () => {
  const operation = fc.record({ add: fc.boolean(), value: fc.integer({ min: 0, max: 2_000 }) })
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 3_000, size: 'max' }),
      fc.nat(2_000),
      (operations, probe) => {
        const set = new OrderedSet<number>(ascending)
        const peer = new Set<number>()
        for (const { add, value } of operations) {
          if (add && !peer.has(value)) set.add(value)
          if (!add) expect(set.delete(value)).toBe(peer.has(value))
          if (add) peer.add(value)
          else peer.delete(value)
        }
        const sorted = [...peer].sort(ascending)
        expect([...set]).toEqual(sorted)
        expect(set.size).toBe(sorted.length)
        expect([set.first(), set.last()]).toEqual([sorted[0], sorted.at(-1)])
        expect(set.firstWhere((value) => value > probe)).toBe(sorted.find((value) => value > probe))
        expect(set.countUntil((value) => value >= probe)).toBe(sorted.filter((value) => value < probe).length)
      },
    ),
    { numRuns: 200 },
  )
})

test('half a million go in and out of one set in order', () => {
  const set = new OrderedSet<number>(ascending)
  const count = 500_000
  // A step that shares no factor with the count visits each number once, far from order.
  for (let n = 0; n < count; n++) set.add((n * 314_159) % count)
  expect(set.size).toBe(count)
  for (let n = 0; n < count; n++) {
    if (set.first() !== n) throw new Error(`${set.first()} is first where ${n} should be`)
    set.delete(n)
  }
  expect(set.size).toBe(0)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventQueue } from './event-queue.ts'

test('whatever is added and taken in turns, the earliest comes first, and of equals the one added first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant('take' as const)), { maxLength: 300 }),
      (steps) => {
        const queue = createEventQueue<number>()
        let expected: Array<{ atMs: number; event: number }> = []
        steps.forEach((step, event) => {
          if (step === 'take') {
            const [first, ...rest] = expected.toSorted((a, b) => a.atMs - b.atMs || a.event - b.event)
            expect(queue.nextAtMs()).toBe(first?.atMs ?? Infinity)
            expect(queue.take()).toEqual(first)
            expected = rest
          } else {
            queue.add(step, event)
            expected.push({ atMs: step, event })
          }
          expect(queue.size).toBe(expected.length)
        })
      },
    ),
  )
})

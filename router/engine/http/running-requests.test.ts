import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RunningRequest, RunningRequests } from './running-requests.ts'

interface One extends RunningRequest<One> {}

test('finds what was added and not removed, as a map would, also where many share a place', () => {
  // Equal lengths and equal ends: all of them stand in one chain.
  const request = fc.integer({ min: 0, max: 9 }).map((n) => `${n}${'x'.repeat(100)}`)
  const step = fc.record({
    does: fc.constantFrom('add', 'add', 'remove', 'remove', 'clear'),
    scope: fc.constantFrom('a', 'b'),
    request,
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const running = new RunningRequests<One>()
      const expected = new Map<string, One>()
      for (const { does, scope, request } of steps) {
        const key = `${scope} ${request}`
        const there = expected.get(key)
        if (does === 'add' && !there) {
          const one: One = { scope, request, next: undefined }
          running.add(one)
          expected.set(key, one)
        } else if (does === 'remove' && there) {
          running.remove(there)
          running.remove(there)
          expected.delete(key)
        } else if (does === 'clear') {
          running.clear()
          expected.clear()
        }
        expect(running.find(scope, request)).toBe(expected.get(key))
      }
      for (const one of expected.values()) expect(running.find(one.scope, one.request)).toBe(one)
    }),
  )
})

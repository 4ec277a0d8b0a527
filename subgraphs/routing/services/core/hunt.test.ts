import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { move, start } from '../../testing/core/moves.ts'
import { RoutingWorld } from '../../testing/core/routing-world.ts'

let done = 0
afterAll(() => console.log(`${done} random command streams`))

const streams = fc.tuple(start, fc.array(move, { maxLength: 60, size: 'max' }))

test('whatever happens, the rules hold after every command', () => {
  fc.assert(
    fc.property(streams, ([begin, moves]) => {
      done++
      const world = new RoutingWorld(begin)
      for (const next of moves) world.perform(next)
      expect(world.calls.length).toBeGreaterThan(0)
    }),
    { numRuns: 60_000 },
  )
}, 900_000)

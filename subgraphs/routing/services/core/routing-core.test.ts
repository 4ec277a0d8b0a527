import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { move, world as names, start } from '../../testing/core/moves.ts'
import { RoutingWorld } from '../../testing/core/routing-world.ts'
import { createRoutingCore } from './create-routing-core.ts'
import type { RoutingCommand } from './routing-command.ts'
import type { RoutingCore } from './routing-core.ts'

const patienceMs = 180_000

let streamsRun = 0
afterAll(() => console.log(`${streamsRun} random command streams`))

const streams = fc.tuple(start, fc.array(move, { maxLength: 60, size: 'max' }))

/** Lets random things happen to a core, under the eyes of the plain rules. */
function worldAfter([begin, moves]: typeof streams extends fc.Arbitrary<infer S> ? S : never): RoutingWorld {
  streamsRun++
  const world = new RoutingWorld(begin)
  for (const next of moves) world.perform(next)
  return world
}

/** Whatever a core can be asked, in an order of its own. */
function standing(core: RoutingCore, world: RoutingWorld) {
  const facts = core.facts().map((fact) => JSON.stringify(fact))
  return {
    facts: facts.sort(),
    counts: core.counts(),
    figures: names.queues.map((id) => core.figuresOf(id)),
    positions: [...world.rules.waiting.keys()].map((id) => [id, core.positionOf(id)]),
  }
}

test(
  'no second reservation, nothing beyond capacity, nobody overtaken, no eligible pair left: after every command',
  () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const world = worldAfter(stream)
        expect(world.calls.length).toBeGreaterThan(names.agents.length)
      }),
      { numRuns: 6_000 },
    )
  },
  patienceMs,
)

test(
  'the same commands give the same decisions',
  () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const world = worldAfter(stream)
        const replay = createRoutingCore()
        for (const { commands, atMs, offers } of world.calls) {
          expect(replay.handle(commands, atMs)).toEqual(offers)
        }
        expect(standing(replay, world)).toEqual(standing(world.core, world))
      }),
      { numRuns: 1_500 },
    )
  },
  patienceMs,
)

test(
  'a standby that takes in the leader’s commands and reservations knows what the leader knows',
  () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const world = worldAfter(stream)
        const standby = createRoutingCore()
        for (const { commands, atMs, offers } of world.calls) {
          for (const command of commands) standby.apply(command, atMs)
          for (const { workItemId, agentId, queueId, mediaType, weight } of offers) {
            standby.apply({ kind: 'RESERVED', workItemId, agentId, queueId, mediaType, weight }, atMs)
          }
        }
        expect(standing(standby, world)).toEqual(standing(world.core, world))
        world.takeOver(standby, 2)
      }),
      { numRuns: 1_500 },
    )
  },
  patienceMs,
)

test(
  'a core that is rebuilt from the facts goes on by the rules',
  () => {
    fc.assert(
      fc.property(streams, fc.integer({ min: 1, max: 50 }), (stream, limit) => {
        const world = worldAfter(stream)
        const rebuilt = createRoutingCore()
        const facts = world.core.facts()
        for (const fact of facts) rebuilt.apply(fact, world.atMs)
        expect(standing(rebuilt, world)).toEqual(standing(world.core, world))
        world.takeOver(rebuilt, limit)
      }),
      { numRuns: 1_500 },
    )
  },
  patienceMs,
)

test('calls are served in time under a flood of chats, by agents who go on completing', () => {
  const flood = fc.record({
    agents: fc.integer({ min: 1, max: 4 }),
    calls: fc.integer({ min: 1, max: 6 }),
    chatsPerSec: fc.integer({ min: 1, max: 5 }),
    lastsSec: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 5, maxLength: 20 }),
  })
  fc.assert(
    fc.property(flood, ({ agents, calls, chatsPerSec, lastsSec }) => {
      streamsRun++
      const core = createRoutingCore()
      const closing = new Map<number, RoutingCommand[]>()
      const callOfferedAt: number[] = []
      let contacts = 0
      const handle = (commands: readonly RoutingCommand[], sec: number) => {
        for (const { workItemId, agentId, mediaType } of core.handle(commands, sec * 1_000)) {
          if (mediaType === 'VOICE') callOfferedAt.push(sec)
          const until = sec + (lastsSec[contacts++ % lastsSec.length] ?? 1)
          const close = { kind: 'RESERVATION_CLOSED', workItemId, agentId } as const
          closing.set(until, [...(closing.get(until) ?? []), close])
        }
      }
      let items = 0
      const arrives = (mediaType: 'VOICE' | 'CHAT', sec: number): RoutingCommand => ({
        kind: 'ITEM_WAITS',
        item: {
          ...{ id: `i${++items}`, version: 1, queueId: 'q', mediaType, passedOver: [] },
          ...{ queuedAtMs: sec * 1_000, orderAtMs: (sec + (mediaType === 'VOICE' ? 20 : 180)) * 1_000 },
        },
      })
      handle(
        [{ kind: 'QUEUE_SAVED', queue: { id: 'q', rings: [{ relaxAfterMs: 0, alternatives: [[]] }] } }],
        0,
      )
      for (let n = 0; n < agents; n++) {
        const capacity = { total: 60, voice: 60, chat: 20, social: 12, email: 12 }
        const since = { presenceSinceMs: 0, idleSinceMs: 0 }
        handle(
          [
            {
              kind: 'AGENT_CHANGED',
              agent: { id: `a${n}`, presence: 'AVAILABLE', ...since, skills: [], capacity },
            },
          ],
          0,
        )
      }
      // All hands are full of chats when the calls come.
      for (let n = 0; n < agents * 3; n++) handle([arrives('CHAT', 0)], 0)
      for (let n = 0; n < calls; n++) handle([arrives('VOICE', 0)], 0)
      // Each round every agent ends what they have in hand, and then serves a call.
      const endsBySec = 30 * (1 + Math.ceil(calls / agents))
      for (let sec = 1; sec <= endsBySec; sec++) {
        for (const close of closing.get(sec) ?? []) handle([close], sec)
        for (let n = 0; n < chatsPerSec; n++) handle([arrives('CHAT', sec)], sec)
      }
      expect(callOfferedAt).toHaveLength(calls)
    }),
    { numRuns: 500 },
  )
})

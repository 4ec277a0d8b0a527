import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { move, start } from '../../testing/core/moves.ts'
import { RoutingWorld } from '../../testing/core/routing-world.ts'
import type { AgentState } from './agent-state.ts'
import { defaultCapacity } from './capacity.ts'
import { createRoutingCore } from './create-routing-core.ts'
import { compareCandidates, type Scores } from './rank-candidates.ts'
import type { WaitingItem } from './waiting-item.ts'

const noonMs = Date.parse('2026-11-23T12:00:00.000Z')
const minuteMs = 60_000

interface Person {
  skills?: Record<string, number>
  /** How much of their capacity was in use lately. */
  load?: number
  idleMs?: number
}

function agent(id: string, { skills = { billing: 3 }, load = 0.5, idleMs = 0 }: Person): AgentState {
  return {
    id,
    presence: 'AVAILABLE',
    presenceSinceMs: noonMs - 60 * minuteMs,
    idleSinceMs: noonMs - idleMs,
    recentLoad: { share: load, atMs: noonMs },
    skills: Object.entries(skills).map(([skillId, proficiency]) => ({ skillId, proficiency })),
    capacity: { ...defaultCapacity },
  }
}

/** Who gets a contact, and why; what agents have in hand is given before. */
function offered(people: Record<string, Person>, item: Partial<WaitingItem> = {}, inHand: string[] = []) {
  const core = createRoutingCore()
  const needs = [{ skillId: 'billing', minimumProficiency: 1 }]
  core.apply(
    { kind: 'QUEUE_SAVED', queue: { id: 'q', rings: [{ relaxAfterMs: 0, alternatives: [needs] }] } },
    noonMs,
  )
  for (const [id, person] of Object.entries(people)) {
    core.apply({ kind: 'AGENT_CHANGED', agent: agent(id, person) }, noonMs)
  }
  inHand.forEach((agentId, n) => {
    const reserved = {
      workItemId: `in-hand-${n}`,
      agentId,
      queueId: 'q',
      mediaType: 'CHAT',
      weight: 20,
    } as const
    core.apply({ kind: 'RESERVED', ...reserved }, noonMs)
  })
  const waiting: WaitingItem = {
    id: 'i',
    version: 1,
    queueId: 'q',
    mediaType: 'CHAT',
    queuedAtMs: noonMs,
    orderAtMs: noonMs,
    passedOver: [],
    ...item,
  }
  const [offer] = core.handle([{ kind: 'ITEM_WAITS', item: waiting }], noonMs)
  return { agentId: offer?.agentId, rule: offer?.rule, candidates: offer?.candidates }
}

const billing = (proficiency: number, more: Record<string, number> = {}) => ({
  billing: proficiency,
  ...more,
})

describe('who gets a contact', () => {
  test.each([
    [
      'the last agent, whatever else',
      { a: { load: 0 }, b: { load: 1 } },
      { lastAgentId: 'b' },
      'b',
      'LAST_AGENT',
    ],
    [
      'who speaks the customer’s language, though busier',
      { a: { load: 0.1 }, b: { load: 0.9, skills: billing(1, { zh: 1 }) } },
      { language: 'zh' },
      'b',
      'PREFERENCES',
    ],
    [
      'who has what is preferred, well enough',
      { a: { load: 0.1, skills: billing(3, { vip: 2 }) }, b: { load: 0.9, skills: billing(3, { vip: 3 }) } },
      { prefers: [{ skillId: 'vip', minimumProficiency: 3 }] },
      'b',
      'PREFERENCES',
    ],
    ['who was less busy', { a: { load: 0.6 }, b: { load: 0.5 } }, {}, 'b', 'LEAST_OCCUPIED'],
    ['of equals, who is better at it', { a: {}, b: { skills: billing(5) } }, {}, 'b', 'SKILL_FIT'],
    [
      'an expert before somebody a little less busy',
      { a: { load: 0.45 }, b: { load: 0.5, skills: billing(5) } },
      {},
      'b',
      'SKILL_FIT',
    ],
    [
      'but not before somebody much less busy',
      { a: { load: 0.3 }, b: { load: 0.5, skills: billing(5) } },
      {},
      'a',
      'LEAST_OCCUPIED',
    ],
    [
      'who can serve less else',
      { a: { skills: billing(3, { chat: 3, voice: 3 }) }, b: {} },
      {},
      'b',
      'LEAST_FLEXIBLE',
    ],
    ['of equals, the longest idle', { a: { idleMs: 1 }, b: { idleMs: 2 } }, {}, 'b', 'LONGEST_IDLE'],
    ['of those idle as long, the lesser id', { b: {}, a: {} }, {}, 'a', 'LONGEST_IDLE'],
    ['the only one', { a: {}, b: { skills: { chat: 5 } } }, {}, 'a', 'ONLY_ELIGIBLE'],
  ] as const)('%s', (_title, people, item, agentId, rule) => {
    expect(offered(people, item)).toMatchObject({ agentId, rule })
  })

  test('a chat goes to somebody who has one, so that the other stays free for a call; a call does not', () => {
    const people = { a: { load: 0.5 }, b: { load: 0.55 } }
    expect(offered(people, {}, ['b'])).toMatchObject({ agentId: 'b', rule: 'KEEPS_ROOM' })
    expect(offered(people, { mediaType: 'VOICE' }, ['b'])).toMatchObject({
      agentId: 'a',
      rule: 'ONLY_ELIGIBLE',
    })
    expect(offered({ a: { load: 0.3 }, b: { load: 0.55 } }, {}, ['b'])).toMatchObject({ agentId: 'a' })
  })

  test('the candidates say what they were ranked by', () => {
    const { candidates } = offered({ a: { load: 0.6 }, b: { load: 0.4, skills: billing(4, { zh: 2 }) } })
    expect(candidates).toEqual([
      {
        agentId: 'b',
        outcome: 'CHOSEN',
        lastAgent: false,
        preferences: 0,
        fit: 4,
        recentLoad: 0.4,
        flexibility: 2,
        breaksWhole: true,
        // 0.4 + 0.1 − 0.05 · 4 + 0.02 · 2
        cost: expect.closeTo(0.34, 10),
        occupancy: 0,
        idleSinceMs: noonMs,
      },
      expect.objectContaining({ agentId: 'a', outcome: 'RANKED_LOWER', cost: expect.closeTo(0.57, 10) }),
    ])
  })
})

test('whatever happened before, candidates stand in order, and nobody who may have it is better than the chosen one', () => {
  let compared = 0
  fc.assert(
    fc.property(start, fc.array(move, { maxLength: 60, size: 'max' }), (begin, moves) => {
      const world = new RoutingWorld(begin)
      for (const next of moves) world.perform(next)
      for (const { offers } of world.calls) {
        for (const { candidates, agentId } of offers) {
          const free = candidates.filter(({ outcome }) => outcome === 'CHOSEN' || outcome === 'RANKED_LOWER')
          expect(free[0]?.agentId).toBe(agentId)
          const ranked: Scores[] = free.toSorted(compareCandidates)
          expect(ranked).toEqual(free)
          compared += free.length - 1
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(100)
}, 60_000)

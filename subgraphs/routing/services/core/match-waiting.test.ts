import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canServe } from './can-serve.ts'
import { defaultCapacity, weightOf } from './capacity.ts'
import { matchWaiting } from './match-waiting.ts'
import { mayBeOfferedTo, reofferAfterMs } from './may-be-offered-to.ts'
import type { AvailableAgent, RoutingState, WaitingItem } from './routing-state.ts'

const at = new Date('2026-11-23T12:00:00.000Z')
const before = (ms: number) => new Date(at.getTime() - ms)

const skillIds = ['chat', 'voice', 'billing', 'zh'] as const
const queueIds = ['q1', 'q2', 'q3'] as const

const needs = fc.uniqueArray(
  fc.record({ skillId: fc.constantFrom(...skillIds), minimumProficiency: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 2, selector: ({ skillId }) => skillId },
)
const agentOf = (id: string): fc.Arbitrary<AvailableAgent> =>
  fc.record({
    id: fc.constant(id),
    capacity: fc.constant({ ...defaultCapacity }),
    free: fc.constantFrom(0, 12, 20, 24, 40, 60),
    presenceSince: fc.constantFrom(before(1_000), before(100_000)),
    idleSince: fc.integer({ min: 0, max: 90_000 }).map(before),
    skills: fc.uniqueArray(
      fc.record(
        {
          skillId: fc.constantFrom(...skillIds),
          proficiency: fc.integer({ min: 1, max: 5 }),
          expiresAt: fc.constantFrom(before(1), before(-1)),
        },
        { requiredKeys: ['skillId', 'proficiency'] },
      ),
      { selector: ({ skillId }) => skillId },
    ),
  })
const itemOf = (id: string): fc.Arbitrary<WaitingItem> =>
  fc.record({
    id: fc.constant(id),
    queueId: fc.constantFrom(...queueIds, 'deleted'),
    mediaType: fc.constantFrom('VOICE', 'CHAT', 'SOCIAL', 'EMAIL'),
    orderAt: fc.integer({ min: 0, max: 50 }).map(before),
    passedOver: fc.array(
      fc.record({
        agentId: fc.integer({ min: 0, max: 9 }).map((n) => `agent-${n}`),
        at: fc.constantFrom(before(500), before(reofferAfterMs)),
      }),
      { maxLength: 3 },
    ),
  })
const several = <T>(one: (id: string) => fc.Arbitrary<T>, name: string, max: number) =>
  fc
    .integer({ min: 0, max })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => one(`${name}-${i}`))))
const states: fc.Arbitrary<RoutingState> = fc.record({
  queues: fc
    .tuple(needs, needs, needs)
    .map((all) => new Map(queueIds.map((id, i) => [id, { id, requiredSkills: all[i] ?? [] }]))),
  agents: several(agentOf, 'agent', 10),
  waiting: several(itemOf, 'item', 40),
})

/** The agents as they stand after the offers, by the state alone. */
function freeAfter(state: RoutingState, offers: ReturnType<typeof matchWaiting>): Map<string, number> {
  const free = new Map(state.agents.map((agent) => [agent.id, agent.free]))
  for (const { agentId, weight } of offers) free.set(agentId, (free.get(agentId) ?? Number.NaN) - weight)
  return free
}

test('no item is offered twice, and no agent beyond their capacity', () => {
  fc.assert(
    fc.property(states, (state) => {
      const offers = matchWaiting(state, at, 1_000)
      expect(new Set(offers.map(({ workItemId }) => workItemId)).size).toBe(offers.length)
      for (const free of freeAfter(state, offers).values()) expect(free).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('every offer goes to somebody who can serve it and did not just pass it over', () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const offer of matchWaiting(state, at, 1_000)) {
        const item = state.waiting.find(({ id }) => id === offer.workItemId)
        const agent = state.agents.find(({ id }) => id === offer.agentId)
        if (!item || !agent) throw new Error('an offer names who is not there')
        expect(canServe(agent.skills, state.queues.get(item.queueId)?.requiredSkills ?? [], at)).toBe(true)
        expect(mayBeOfferedTo(item, agent, at)).toBe(true)
        expect(offer.weight).toBe(weightOf(agent.capacity, item.mediaType))
      }
    }),
  )
})

test('no eligible pair is left unmatched', () => {
  fc.assert(
    fc.property(states, (state) => {
      const offers = matchWaiting(state, at, 1_000)
      const free = freeAfter(state, offers)
      const offered = new Set(offers.map(({ workItemId }) => workItemId))
      const left = state.waiting
        .filter(({ id, queueId }) => !offered.has(id) && state.queues.has(queueId))
        .flatMap((item) =>
          state.agents.filter(
            (agent) =>
              (free.get(agent.id) ?? 0) >= weightOf(agent.capacity, item.mediaType) &&
              canServe(agent.skills, state.queues.get(item.queueId)?.requiredSkills ?? [], at) &&
              mayBeOfferedTo(item, agent, at),
          ),
        )
      expect(left).toEqual([])
    }),
  )
})

test('equal states give equal offers, in whatever order they were read, and the state is left alone', () => {
  fc.assert(
    fc.property(states, (state) => {
      const read = structuredClone({ agents: state.agents, waiting: state.waiting })
      const offers = matchWaiting(state, at, 1_000)
      const other = { ...state, agents: state.agents.toReversed(), waiting: state.waiting.toReversed() }
      expect(matchWaiting(other, at, 1_000)).toEqual(offers)
      expect({ agents: state.agents, waiting: state.waiting }).toEqual(read)
    }),
  )
})

const agent = (id: string, more: Partial<AvailableAgent> = {}): AvailableAgent => ({
  id,
  capacity: { ...defaultCapacity },
  free: defaultCapacity.total,
  presenceSince: before(600_000),
  idleSince: before(1_000),
  skills: [],
  ...more,
})
const item = (id: string, more: Partial<WaitingItem> = {}): WaitingItem => ({
  id,
  queueId: 'q',
  mediaType: 'CHAT',
  orderAt: at,
  passedOver: [],
  ...more,
})
const stateOf = (agents: AvailableAgent[], waiting: WaitingItem[], skills: string[] = []): RoutingState => ({
  queues: new Map([
    ['q', { id: 'q', requiredSkills: skills.map((skillId) => ({ skillId, minimumProficiency: 1 })) }],
  ]),
  agents,
  waiting,
})
const pairs = (state: RoutingState, limit = 100) =>
  matchWaiting(state, at, limit).map(({ workItemId, agentId, reason }) => [workItemId, agentId, reason])

test('skill fit goes before the longest idle, and the customer’s language counts', () => {
  const skilled = (id: string, proficiency: number, idleMs: number) =>
    agent(id, { idleSince: before(idleMs), skills: [{ skillId: 'billing', proficiency }] })
  expect(pairs(stateOf([skilled('a', 3, 9_000), skilled('b', 5, 1)], [item('1')], ['billing']))).toEqual([
    ['1', 'b', 'SKILL_FIT'],
  ])
  expect(pairs(stateOf([skilled('a', 3, 1), skilled('b', 3, 9_000)], [item('1')], ['billing']))).toEqual([
    ['1', 'b', 'LONGEST_IDLE'],
  ])
  const chinese = agent('c', { skills: [{ skillId: 'zh', proficiency: 2 }], idleSince: at })
  expect(pairs(stateOf([agent('a'), chinese], [item('1', { language: 'zh' })]))).toEqual([
    ['1', 'c', 'SKILL_FIT'],
  ])
})

test('the item due first is served first, and a batch takes turns between equal agents', () => {
  const waiting = [
    item('late'),
    item('soon', { orderAt: before(10) }),
    item('third', { orderAt: before(-5) }),
  ]
  expect(pairs(stateOf([agent('a'), agent('b')], waiting), 2)).toEqual([
    ['soon', 'a', 'LONGEST_IDLE'],
    ['late', 'b', 'LONGEST_IDLE'],
  ])
})

test.each([
  ['one call', ['VOICE', 'VOICE'], 1],
  ['three chats', ['CHAT', 'CHAT', 'CHAT', 'CHAT'], 3],
  ['five social messages', Array(6).fill('SOCIAL'), 5],
  ['two chats and a social message', ['CHAT', 'CHAT', 'SOCIAL', 'SOCIAL'], 3],
  ['a chat and no call', ['CHAT', 'VOICE'], 1],
] as const)('one agent takes %s', (_title, media, taken) => {
  const waiting = media.map((mediaType, n) => item(String(n), { mediaType, orderAt: before(100 - n) }))
  expect(pairs(stateOf([agent('a')], waiting))).toHaveLength(taken)
})

test('who did not take an item gets it again after a while, or when they come back', () => {
  const passedOver = [{ agentId: 'a', at: before(reofferAfterMs - 1) }]
  expect(pairs(stateOf([agent('a')], [item('1', { passedOver })]))).toEqual([])
  expect(pairs(stateOf([agent('a'), agent('b')], [item('1', { passedOver })]))).toEqual([
    ['1', 'b', 'ONLY_ELIGIBLE'],
  ])
  const earlier = [{ agentId: 'a', at: before(reofferAfterMs) }]
  expect(pairs(stateOf([agent('a')], [item('1', { passedOver: earlier })]))).toHaveLength(1)
  expect(pairs(stateOf([agent('a', { presenceSince: at })], [item('1', { passedOver })]))).toHaveLength(1)
})

import { expect, test } from 'vitest'
import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentState } from './agent-state.ts'
import { defaultCapacity } from './capacity.ts'
import { createRoutingCore } from './create-routing-core.ts'
import { reofferAfterMs } from './is-passed-over.ts'
import type { Ring } from './queue-state.ts'
import type { RoutingCommand } from './routing-command.ts'
import type { WaitingItem } from './waiting-item.ts'

const noonMs = Date.parse('2026-11-23T12:00:00.000Z')
const needs = (skillId: string, minimumProficiency = 1) => [{ skillId, minimumProficiency }]
const everybody: Ring = { relaxAfterMs: 0, alternatives: [[]] }

const queue = (...rings: Ring[]): RoutingCommand => ({ kind: 'QUEUE_SAVED', queue: { id: 'q', rings } })
const agent = (id: string, more: Partial<AgentState> = {}): RoutingCommand => ({
  kind: 'AGENT_CHANGED',
  agent: {
    ...{ id, presence: 'AVAILABLE', presenceSinceMs: noonMs, idleSinceMs: noonMs },
    ...{ skills: [], capacity: defaultCapacity },
    ...more,
  },
})
const knows = (skillId: string, proficiency = 3, expiresAtMs?: number): Pick<AgentState, 'skills'> => ({
  skills: [{ skillId, proficiency, ...(expiresAtMs !== undefined && { expiresAtMs }) }],
})
const item = (id: string, more: Partial<WaitingItem> = {}): RoutingCommand => ({
  kind: 'ITEM_WAITS',
  item: {
    ...{ id, version: 1, queueId: 'q', mediaType: 'CHAT', passedOver: [] },
    ...{ queuedAtMs: noonMs, orderAtMs: noonMs + 180_000 },
    ...more,
  },
})
const closed = (workItemId: string, agentId: string): RoutingCommand[] => [
  { kind: 'RESERVATION_CLOSED', workItemId, agentId },
  { kind: 'ITEM_GONE', workItemId },
]

/** A core, and what it offers to whom after each step: `item>agent`. */
function coreWith(...facts: RoutingCommand[]) {
  const core = createRoutingCore()
  const step = (afterMs: number, ...commands: RoutingCommand[]) =>
    core.handle(commands, noonMs + afterMs).map(({ workItemId, agentId }) => `${workItemId}>${agentId}`)
  /** Wakes the core whenever it asks for it, until an instant. */
  const pass = (untilMs: number) => {
    const offers: string[] = []
    for (;;) {
      const nextMs = core.nextAtMs()
      if (nextMs === undefined || nextMs > noonMs + untilMs) return offers
      offers.push(
        ...step(nextMs - noonMs, { kind: 'TIME_PASSED' }).map((pair) => `${pair}@${nextMs - noonMs}`),
      )
    }
  }
  core.handle(facts, noonMs)
  return { core, step, pass }
}

test('rings let others serve as time passes, each at its instant', () => {
  const rings = [
    { relaxAfterMs: 0, alternatives: [needs('zh', 4)] },
    { relaxAfterMs: 30_000, alternatives: [needs('zh', 2)] },
    { relaxAfterMs: 60_000, alternatives: [needs('zh', 2), needs('en')] },
  ]
  const { core, step, pass } = coreWith(queue(...rings), agent('fair', knows('zh', 2)))
  expect(step(0, item('1', { mediaType: 'VOICE' }), item('2', { mediaType: 'VOICE' }))).toEqual([])
  expect(pass(29_999)).toEqual([])
  expect(pass(59_999)).toEqual(['1>fair@30000'])
  expect(step(59_999, agent('english', knows('en')))).toEqual([])
  expect(core.nextAtMs()).toBe(noonMs + 60_000)
  const [offer] = core.handle([{ kind: 'TIME_PASSED' }], noonMs + 60_000)
  expect(offer).toMatchObject({ workItemId: '2', agentId: 'english', ring: 2, rule: 'ONLY_ELIGIBLE' })
  expect(offer?.excluded).toEqual({ unavailable: 0, lacksSkill: 0, noRoom: 1, passedOver: 0, held: 0 })
})

test('a ring may move its items forward, five minutes in all at most', () => {
  const rings = [everybody, { relaxAfterMs: 10_000, alternatives: [[]], advanceMs: 3_600_000 }]
  const { core, step, pass } = coreWith(queue(...rings))
  const orderAtMs = noonMs + 3_600_000
  step(0, item('old', { orderAtMs }))
  pass(10_000)
  step(10_001, item('before', { queuedAtMs: noonMs + 10_001, orderAtMs: orderAtMs - 300_001 }))
  step(10_001, item('behind', { queuedAtMs: noonMs + 10_001, orderAtMs: orderAtMs - 299_999 }))
  expect(['before', 'old', 'behind'].map((id) => core.positionOf(id))).toEqual([1, 2, 3])
  expect(core.figuresOf('q')).toEqual({ waiting: 3, oldestMs: noonMs, firstOrderAtMs: orderAtMs - 300_001 })
})

test('hard needs hold in every ring, soft ones and the language only rank', () => {
  const { step } = coreWith(queue(everybody), agent('plain'), agent('sworn', knows('sworn')))
  expect(step(0, item('1', { mediaType: 'VOICE', language: 'zh', prefers: needs('vip') }))).toHaveLength(1)
  const strict = item('2', { mediaType: 'VOICE', requires: needs('sworn') })
  const all = coreWith(queue(everybody), agent('plain'))
  expect(all.step(0, strict)).toEqual([])
  expect(all.step(600_000, agent('sworn', knows('sworn')))).toEqual(['2>sworn'])
})

test('the last agent goes first while they can, and keeps nobody waiting when not', () => {
  const ranked = coreWith(queue(everybody), agent('best', knows('zh', 5)), agent('last'))
  const again = { lastAgentId: 'last', language: 'zh', mediaType: 'VOICE' as const }
  const [offer] = ranked.core.handle([item('1', again)], noonMs)
  expect(offer).toMatchObject({ agentId: 'last', rule: 'LAST_AGENT' })
  expect(offer?.candidates.map(({ agentId, outcome }) => [agentId, outcome])).toEqual([
    ['last', 'CHOSEN'],
    ['best', 'RANKED_LOWER'],
  ])
  expect(ranked.step(1, item('2', again))).toEqual(['2>best'])
})

test('a direct item waits for its person, whatever they know, and for nobody else', () => {
  const { core, step } = coreWith(queue({ relaxAfterMs: 0, alternatives: [needs('zh')] }))
  step(0, agent('a', knows('zh')), agent('b', { presence: 'AWAY' }))
  expect(step(0, item('1', { onlyAgentId: 'b' }))).toEqual([])
  const [offer] = core.handle([agent('b', { presenceSinceMs: noonMs + 5 })], noonMs + 5)
  expect(offer).toMatchObject({ workItemId: '1', agentId: 'b', rule: 'DIRECT' })
})

test('a callback sleeps until its time, and its rings are counted from there', () => {
  const rings = [
    { relaxAfterMs: 0, alternatives: [needs('zh')] },
    { relaxAfterMs: 30_000, alternatives: [[]] },
  ]
  const { core, step, pass } = coreWith(queue(...rings), agent('a'), agent('b', knows('zh')))
  step(0, item('1', { mediaType: 'VOICE', notBeforeMs: noonMs + 60_000 }))
  step(0, item('2', { mediaType: 'VOICE', notBeforeMs: noonMs + 60_000 }))
  expect([core.counts().waiting, core.figuresOf('q').waiting]).toEqual([2, 0])
  expect(pass(89_999)).toEqual(['1>b@60000'])
  expect(pass(90_000)).toEqual(['2>a@90000'])
})

test.each<[string, MediaType[], number]>([
  ['one call', ['VOICE', 'VOICE'], 1],
  ['three chats', ['CHAT', 'CHAT', 'CHAT', 'CHAT'], 3],
  ['five social messages', Array<MediaType>(6).fill('SOCIAL'), 5],
  ['two chats and a social message', ['CHAT', 'CHAT', 'SOCIAL', 'SOCIAL'], 3],
  ['a chat and no call', ['CHAT', 'VOICE'], 1],
  ['an e-mail, a social message and a chat', ['EMAIL', 'SOCIAL', 'CHAT', 'CHAT'], 3],
])('one agent takes %s', (_title, media, taken) => {
  const { step } = coreWith(queue(everybody), agent('a'))
  const offers = media.flatMap((mediaType, n) =>
    step(n, item(String(n), { mediaType, orderAtMs: noonMs + n })),
  )
  expect(offers).toHaveLength(taken)
})

test('a call holds the agent with the most room, who takes nothing later until they got it', () => {
  const chats = ['1', '2', '3'].map((id) => item(id))
  const { core, step } = coreWith(queue(everybody), agent('a'), ...chats)
  step(0, agent('b'), item('4'))
  // Three chats at one of them, one at the other.
  expect(step(1, item('call', { mediaType: 'VOICE', orderAtMs: noonMs + 20_000 }))).toEqual([])
  const chat = item('later', { orderAtMs: noonMs + 181_000 })
  expect(step(2, chat)).toEqual([])
  expect(step(3, item('sooner', { orderAtMs: noonMs + 10_000 }))).toEqual(['sooner>b'])
  // The full one has room again: nobody holds it for the call, since the other one is held.
  expect(step(4, ...closed('1', 'a'))).toEqual(['later>a'])
  expect(step(5, ...closed('sooner', 'b'))).toEqual([])
  expect(step(6, item('last', { orderAtMs: noonMs + 182_000 }))).toEqual([])
  expect(step(7, ...closed('4', 'b'))).toEqual(['call>b'])
  const [offer] = core.handle(closed('2', 'a'), noonMs + 8)
  expect(offer).toMatchObject({ workItemId: 'last', agentId: 'a', excluded: { noRoom: 1, held: 0 } })
})

test('an item that goes earlier takes a hold over, so that what goes between the two does not get in', () => {
  const inHand = [item('1'), item('2'), item('3', { mediaType: 'EMAIL' })]
  const { step } = coreWith(queue(everybody), agent('a'), ...inHand)
  expect(step(1, item('mail', { mediaType: 'EMAIL', orderAtMs: noonMs + 14_400_000 }))).toEqual([])
  expect(step(2, item('call', { mediaType: 'VOICE', orderAtMs: noonMs + 20_000 }))).toEqual([])
  expect(step(3, ...closed('3', 'a'))).toEqual([])
  expect(step(4, item('chat'))).toEqual([])
  expect(step(5, ...closed('1', 'a'))).toEqual([])
  expect(step(6, ...closed('2', 'a'))).toEqual(['call>a'])
})

test('of two agents who get room at once, the better one is not taken from what they alone can serve sooner', () => {
  const call = { mediaType: 'VOICE' } as const
  const busy = [item('1', { ...call, onlyAgentId: 'a' }), item('2', { ...call, onlyAgentId: 'b' })]
  const { step } = coreWith(queue(everybody), agent('a'), agent('b', knows('zh', 5)), ...busy)
  step(1, item('later', { ...call, prefers: needs('zh'), orderAtMs: noonMs + 20_000 }))
  step(2, item('sooner', { ...call, requires: needs('zh'), orderAtMs: noonMs + 10_000 }))
  expect(step(3, ...closed('1', 'a'), ...closed('2', 'b')).sort()).toEqual(['later>a', 'sooner>b'])
})

test('an agent who is held is named, and let go when the call goes elsewhere', () => {
  const { core, step } = coreWith(queue(everybody), agent('a'), item('1'))
  step(0, item('call', { mediaType: 'VOICE', orderAtMs: noonMs }))
  const [offer] = core.handle(
    [item('2'), agent('c', { capacity: { ...defaultCapacity, voice: 90 } })],
    noonMs,
  )
  expect(offer).toMatchObject({ workItemId: '2', agentId: 'c', excluded: { held: 1 } })
  expect(offer?.candidates.map(({ agentId, outcome }) => [agentId, outcome])).toEqual([
    ['c', 'CHOSEN'],
    ['a', 'HELD'],
  ])
  step(1, agent('c', { presence: 'AWAY' }), item('3'))
  expect(step(2, { kind: 'ITEM_GONE', workItemId: 'call' })).toEqual(['3>a'])
})

test('a skill counts until the instant it expires', () => {
  const rings = { relaxAfterMs: 0, alternatives: [needs('zh')] }
  const { step, pass } = coreWith(queue(rings), agent('a', knows('zh', 5, noonMs + 1_000)))
  expect(step(999, item('1'))).toEqual(['1>a'])
  expect(pass(1_000)).toEqual([])
  expect(step(1_000, item('2'))).toEqual([])
  expect(step(2_000, agent('a', knows('zh', 5, noonMs + 9_000)))).toEqual(['2>a'])
})

test('who passed an item over gets it again after a while, or when they say anew that they are available', () => {
  const passed = item('1', { version: 3, passedOver: [{ agentId: 'a', atMs: noonMs }] })
  const later = coreWith(queue(everybody), agent('a'))
  expect(later.step(0, passed)).toEqual([])
  expect(later.pass(reofferAfterMs)).toEqual([`1>a@${reofferAfterMs}`])
  const anew = coreWith(queue(everybody), agent('a'), passed)
  expect(anew.step(10, agent('a', { presenceSinceMs: noonMs + 10 }))).toEqual(['1>a'])
  const other = coreWith(queue(everybody), agent('a'))
  const [offer] = other.core.handle([agent('b'), passed], noonMs)
  expect(offer).toMatchObject({ agentId: 'b', rule: 'ONLY_ELIGIBLE', excluded: { passedOver: 1 } })
  expect(offer?.candidates[1]).toMatchObject({ agentId: 'a', outcome: 'PASSED_OVER' })
})

test('what is known already changes nothing, and what is older is ignored', () => {
  const { core, step } = coreWith(queue(everybody), item('1', { version: 2 }))
  step(0, item('1', { version: 1, onlyAgentId: 'nobody' }), item('1', { version: 2, onlyAgentId: 'nobody' }))
  expect(step(0, agent('a'))).toEqual(['1>a'])
  step(1, {
    ...{ kind: 'RESERVED', workItemId: '1', agentId: 'a', reservationId: 'r1', version: 3 },
    ...{ queueId: 'q', mediaType: 'CHAT', weight: 20 },
  })
  step(1, { kind: 'RESERVATION_CLOSED', workItemId: '1', agentId: 'a', reservationId: 'r0' })
  step(1, { kind: 'RESERVATION_CLOSED', workItemId: '1', agentId: 'b' }, item('1', { version: 2 }))
  expect(core.counts()).toMatchObject({ waiting: 0, reserved: 1 })
})

test('an offer that the store refused is undone with the version that was offered', () => {
  const { step } = coreWith(queue(everybody), agent('a'))
  expect(step(0, item('1'))).toEqual(['1>a'])
  const undo: RoutingCommand = { kind: 'RESERVATION_CLOSED', workItemId: '1', agentId: 'a' }
  expect(step(1, undo, agent('a', { presence: 'AWAY' }), item('1'))).toEqual([])
  expect(step(2, agent('b'))).toEqual(['1>b'])
})

test('an agent’s consult takes their room though it never waited', () => {
  const { step } = coreWith(queue(everybody), agent('a'))
  const consult = {
    workItemId: '1#consult',
    agentId: 'a',
    queueId: 'q',
    mediaType: 'VOICE',
    weight: 60,
  } as const
  step(0, { kind: 'RESERVED', ...consult })
  expect(step(1, item('2'))).toEqual([])
  expect(step(2, { kind: 'RESERVATION_CLOSED', workItemId: '1#consult', agentId: 'a' })).toEqual(['2>a'])
})

test('items of a queue that is gone wait for it, or go with a change to another', () => {
  const { step } = coreWith(queue(everybody), item('1'), item('2'))
  step(0, { kind: 'QUEUE_REMOVED', queueId: 'q' })
  expect(step(1, agent('a'))).toEqual([])
  expect(step(2, queue(everybody))).toEqual(['1>a', '2>a'])
})

test('many items that reach their ring at once are moved over several calls, and all in the end', () => {
  const rings = [
    { relaxAfterMs: 0, alternatives: [needs('nobody knows')] },
    { relaxAfterMs: 1_000, alternatives: [[]] },
  ]
  const items = Array.from({ length: 2_000 }, (_, n) => item(`i${n}`))
  const agents = Array.from({ length: 700 }, (_, n) => agent(`a${n}`))
  const { core, step } = coreWith(queue(...rings), ...items, ...agents)
  const first = step(1_000, { kind: 'TIME_PASSED' })
  expect(first.length).toBeLessThan(300)
  expect(core.nextAtMs()).toBe(noonMs + 1_000)
  let offered = first.length
  while (core.nextAtMs() === noonMs + 1_000) offered += step(1_000, { kind: 'TIME_PASSED' }).length
  expect(offered).toBe(2_000)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#platform/identity/viewer.ts'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { agentPresenceChanged } from '#schema/events/agent-presence-changed.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { events as allEvents } from '#schema/events/registry.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import { metricsSubgraph } from './definition.ts'
import { AgentStates } from './models/agent-state.ts'
import { Contacts } from './models/contact.ts'
import { Offers } from './models/offer.ts'
import { tallyPipeline } from './services/tally-contacts.ts'

const supervisor: Viewer = { kind: 'staff', id: 'supervisor-1', name: 'Sun', roles: ['supervisor'] }
const visitor: Viewer = { kind: 'visitor', id: 'visitor-1' }
const { consumers = [] } = metricsSubgraph
const noon = new Date('2026-11-23T12:00:00.000Z')
const after = (sec: number) => new Date(noon.getTime() + sec * 1_000)
let now = after(60)
let subgraph: TestSubgraph

async function contact(
  queueId: string,
  queuedAt: Date,
  answeredAt?: Date,
  channel = 'web-chat',
): Promise<string> {
  const sessionId = newId()
  const item = {
    workItemId: newId(),
    sessionId,
    conversationId: newId(),
    queueId,
    channel,
    mediaType: 'CHAT' as const,
  }
  await deliver(subgraph.ctx, consumers, workItemQueued, { ...item, queuedAt, dueAt: after(180) })
  if (answeredAt) {
    await deliver(subgraph.ctx, consumers, sessionAnswered, { sessionId, agentId: 'a', answeredAt })
    await deliver(subgraph.ctx, consumers, slaMet, {
      ...item,
      appliedSlaId: newId(),
      metric: 'FIRST_RESPONSE',
      startedAt: queuedAt,
      dueAt: after(180),
      occurredAt: answeredAt,
    })
  }
  return sessionId
}

beforeAll(async () => {
  subgraph = await createTestSubgraph(metricsSubgraph, { now: () => now })
  await contact('orders', after(0), after(12))
  await contact('orders', after(5))
  await contact('vip', after(7), after(9), 'phone')
  await contact('vip', after(-3 * 3_600), after(-3 * 3_600 + 40))
})
afterAll(() => subgraph.stop())

const figures =
  'offered answered waiting serviceLevel { ratio met missed } averageSpeedOfAnswer p90TimeToAnswer'
const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Queue { id
  metrics { ${figures} } day: metrics(window: "PT24H") { offered } } } }`
const of = (ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Queue', id })) })

test('every event that names metrics as its consumer is consumed', () => {
  const named = allEvents.filter((event) => event.consumers.includes('metrics')).map(({ type }) => type)
  expect(consumers.map(({ event }) => event.type).toSorted()).toEqual(named.toSorted())
})

test('the figures of a queue, over the window that was asked for', async () => {
  const { data, errors } = await subgraph.query<{ _entities: unknown[] }>(
    supervisor,
    entities,
    of(['vip', 'none', 'orders']),
  )
  expect(errors).toBeUndefined()
  const level = { ratio: 1, met: 1, missed: 0 }
  expect(data?._entities).toEqual([
    {
      id: 'vip',
      metrics: {
        offered: 1,
        answered: 1,
        waiting: 0,
        serviceLevel: level,
        averageSpeedOfAnswer: 'PT2S',
        p90TimeToAnswer: 'PT2S',
      },
      day: { offered: 2 },
    },
    {
      id: 'none',
      metrics: {
        offered: 0,
        answered: 0,
        waiting: 0,
        serviceLevel: { ratio: null, met: 0, missed: 0 },
        averageSpeedOfAnswer: null,
        p90TimeToAnswer: null,
      },
      day: { offered: 0 },
    },
    {
      id: 'orders',
      metrics: {
        offered: 2,
        answered: 1,
        waiting: 1,
        serviceLevel: level,
        averageSpeedOfAnswer: 'PT12S',
        p90TimeToAnswer: 'PT12S',
      },
      day: { offered: 2 },
    },
  ])
})

test('100 queues cost as many reads of the store as one: one for each window', async () => {
  const many = Array.from({ length: 100 }, (_, at) => `queue-${at}`)
  const one = await storeCallsOf(() => subgraph.query(supervisor, entities, of(['orders'])))
  const all = await storeCallsOf(() => subgraph.query(supervisor, entities, of(many)))
  expect(one).toEqual(['contacts.aggregate', 'contacts.aggregate'])
  expect(all).toEqual(one)
})

test('channels between two instants, and the whole in one answer', async () => {
  const document = `{ channelMetrics(from: "2026-11-23T11:00:00.000Z", to: "2026-11-23T12:00:05.000Z") {
      channel metrics { offered } }
    liveMetrics(window: "PT1H") { at window total { ${figures} } byChannel { channel } byQueue { queue { id } metrics { offered } } } }`
  const { data, errors } = await subgraph.query(supervisor, document)
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    channelMetrics: [{ channel: 'web-chat', metrics: { offered: 1 } }],
    liveMetrics: {
      at: now.toISOString(),
      window: 'PT1H',
      total: { offered: 3, answered: 2, waiting: 1, averageSpeedOfAnswer: 'PT7S' },
      byChannel: [{ channel: 'phone' }, { channel: 'web-chat' }],
      byQueue: [
        { queue: { id: 'orders' }, metrics: { offered: 2 } },
        { queue: { id: 'vip' }, metrics: { offered: 1 } },
      ],
    },
  })
})

test.each([
  ['{ liveMetrics(window: "PT25H") { at } }'],
  ['{ liveMetrics(window: "PT0S") { at } }'],
  ['{ channelMetrics(from: "2026-11-23T12:00:00Z", to: "2026-11-23T12:00:00Z") { channel } }'],
  ['{ channelMetrics(from: "2026-01-01T00:00:00Z", to: "2026-11-23T12:00:00Z") { channel } }'],
])('%s is refused', async (document) => {
  expect((await subgraph.query(supervisor, document)).errors?.[0]?.extensions?.['code']).toBe(
    'BAD_USER_INPUT',
  )
})

test('figures are for staff', async () => {
  for (const document of ['{ liveMetrics { at } }', '{ channelMetrics { channel } }']) {
    expect((await subgraph.query(visitor, document)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
  }
  const hidden = await subgraph.query(visitor, entities, of(['orders']))
  expect(hidden.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
  await expect(async () => {
    const { value } = await subgraph.subscribe(visitor, 'subscription { liveMetricsChanged { at } }').next()
    if (value?.errors) throw value.errors
  }).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('who follows the figures has them at once, and again when a message came', async () => {
  interface Live {
    liveMetricsChanged: { total: { messagesIn: number; offered: number } }
  }
  const live = subgraph.subscribe<Live>(
    supervisor,
    'subscription { liveMetricsChanged { total { messagesIn offered } } }',
  )
  const first = await live.next()
  expect(first.value?.data?.liveMetricsChanged.total).toEqual({ messagesIn: 0, offered: 3 })
  const sessionId = await contact('orders', after(30))
  await deliver(subgraph.ctx, consumers, messageRecorded, {
    messageId: newId(),
    conversationId: newId(),
    sessionId,
    channel: 'web-chat',
    sequence: 1,
    author: 'CUSTOMER',
    kind: 'TEXT',
    text: 'Hello',
    sentAt: after(31),
  })
  let latest = await live.next()
  while (latest.value?.data?.liveMetricsChanged.total.messagesIn === 0) latest = await live.next()
  expect(latest.value?.data?.liveMetricsChanged.total).toEqual({ messagesIn: 1, offered: 4 })
  expect(latest.value?.extensions?.live).toMatchObject({ topic: 'metrics', kind: 'STATE' })
  await live.return?.()
})

test('offers and presence are kept, whatever the order of their events', async () => {
  const offer = {
    reservationId: newId(),
    workItemId: newId(),
    sessionId: newId(),
    queueId: 'orders',
    agentId: 'a',
  }
  const accepted = { ...offer, conversationId: newId(), agentName: 'Ada', acceptedAt: after(3) }
  await deliver(subgraph.ctx, consumers, reservationClosed, {
    ...offer,
    status: 'COMPLETED',
    closedAt: after(9),
  })
  await deliver(subgraph.ctx, consumers, reservationAccepted, accepted)
  await deliver(subgraph.ctx, consumers, reservationCreated, { ...offer, createdAt: after(1) })
  expect(await Offers(subgraph.ctx.db).findById(offer.reservationId).lean()).toEqual({
    _id: offer.reservationId,
    sessionId: offer.sessionId,
    queueId: 'orders',
    agentId: 'a',
    createdAt: after(1),
    acceptedAt: after(3),
    closed: { at: after(9), status: 'COMPLETED' },
    lastAt: after(9),
  })
  const presence = { agentId: 'a', status: 'AWAY' as const, changedAt: after(20) }
  await deliver(subgraph.ctx, consumers, agentPresenceChanged, presence)
  await deliver(subgraph.ctx, consumers, agentPresenceChanged, {
    ...presence,
    status: 'AVAILABLE',
    changedAt: after(10),
  })
  expect(await AgentStates(subgraph.ctx.db).findById('a').lean()).toEqual({
    _id: 'a',
    state: { since: after(20), status: 'AWAY' },
  })
})

test.each([[undefined], [['orders', 'vip']]])(
  'the tally of the queues %j reads an index',
  async (queueIds) => {
    const pipeline = tallyPipeline({ from: after(-60), to: now, queueIds })
    const plan = JSON.stringify(await Contacts(subgraph.ctx.db).aggregate(pipeline).explain('queryPlanner'))
    expect(plan).toContain('"IXSCAN"')
    expect(plan).not.toContain('COLLSCAN')
  },
)

test('the window runs on while nothing happens', async () => {
  interface Live {
    liveMetricsChanged: { total: { offered: number } }
  }
  const live = subgraph.subscribe<Live>(
    supervisor,
    'subscription { liveMetricsChanged { total { offered } } }',
  )
  const first = await live.next()
  expect(first.value?.data?.liveMetricsChanged.total.offered).toBeGreaterThan(0)
  now = after(40 * 60)
  const later = await live.next()
  expect(later.value?.data?.liveMetricsChanged.total.offered).toBe(0)
  await live.return?.()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import type { TestResponse, TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { RoutingConfig } from './config.ts'
import { routingSubgraph } from './definition.ts'
import { WorkItems } from './models/work-item.ts'

import {
  ada,
  bo,
  codesOf,
  startRoutingGraph,
  supervisor,
  visitor,
} from './testing/routing-graph-under-test.ts'

const consumers = routingSubgraph.consumers ?? []
let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await startRoutingGraph()
})
afterAll(() => subgraph.stop())

async function request(mediaType: MediaType, domain?: string): Promise<string> {
  const sessionId = newId()
  await deliver(subgraph.ctx, consumers, workRequested, {
    sessionId,
    conversationId: newId(),
    channel: 'web-chat',
    account: 'main',
    mediaType,
    domain,
    requestedAt: new Date(),
  })
  return sessionId
}

/** Reads a subscription until one of its states is as the check wants it. */
async function awaitState<D>(
  states: AsyncIterableIterator<TestResponse<D>>,
  check: (data: D) => boolean,
): Promise<TestResponse<D>> {
  // Not `for await`: leaving that ends the subscription.
  for (let next = await states.next(); !next.done; next = await states.next()) {
    expect(next.value.errors).toBeUndefined()
    if (next.value.data && check(next.value.data)) return next.value
  }
  throw new Error('the subscription has ended')
}

const boardFields = `at staffing { available busy away } queues { id name mediaTypes domain reservationTimeout
  requiredSkills { minimumProficiency skill { id } } waitingCount oldestQueuedAt nextDueAt atRiskCount
  staffing { available busy away } waiting(first: 10) { pageInfo { hasNextPage } nodes { id status priority dueAt
  session { id } conversation { id } queue { id } sla { status metric warnAt dueAt policy { id target warnBefore } }
  reservation { id status agent { id name } } decisions { kind reason agentId } } } }`

test('an offer comes live to the desk, is accepted, answered, and its met clock comes live to the supervisor', async () => {
  interface Inbox {
    agentInbox: {
      agent: { presence: string }
      offers: Array<{ id: string; workItem: { session: { id: string } } }>
      inHand: Array<{ id: string; status: string }>
    }
  }
  interface Events {
    slaEvents: { sequence: number; cursor: string; status: string; workItem: { session: { id: string } } }
  }
  const inbox = subgraph.subscribe<Inbox>(
    ada,
    `subscription { agentInbox { agent { id presence } offers { id expiresAt workItem { session { id } } } inHand { id status } } }`,
  )
  const board = subgraph.subscribe<{
    queueBoardChanged: { queues: Array<{ id: string; waitingCount: number }> }
  }>(supervisor, `subscription { queueBoardChanged { ${boardFields} } }`)
  const slaDocument = `subscription ($after: String) { slaEvents(after: $after) { id sequence cursor status occurredAt appliedSla { id status } workItem { session { id } } } }`
  const first = await awaitState(inbox, () => true)
  expect(first.extensions?.live).toMatchObject({ topic: 'agent:ada', kind: 'STATE' })
  await awaitState(board, ({ queueBoardChanged: { queues } }) =>
    queues.every((queue) => queue.waitingCount === 0),
  )
  await subgraph.query(ada, 'mutation { setPresence(status: AVAILABLE) { agent { presence } } }')
  const sessionId = await request('CHAT')
  await awaitState(board, ({ queueBoardChanged: { queues } }) =>
    queues.some((queue) => queue.waitingCount === 1),
  )
  const offered = await awaitState(inbox, ({ agentInbox: { offers } }) => offers.length === 1)
  const offer = offered.data?.agentInbox.offers[0]
  expect(offer?.workItem.session.id).toBe(sessionId)

  const accept = 'mutation ($id: ID!) { acceptReservation(id: $id) { reservation { status decidedAt } } }'
  expect(codesOf(await subgraph.query(bo, accept, { id: offer?.id }))).toEqual(['NOT_FOUND'])
  expect(await subgraph.query(ada, accept, { id: offer?.id })).toMatchObject({
    data: { acceptReservation: { reservation: { status: 'ACCEPTED' } } },
  })
  expect(codesOf(await subgraph.query(ada, accept, { id: offer?.id }))).toEqual(['RESERVATION_NOT_PENDING'])
  await awaitState(inbox, ({ agentInbox: { inHand } }) => inHand[0]?.status === 'ACCEPTED')
  await awaitState(board, ({ queueBoardChanged: { queues } }) =>
    queues.every((queue) => queue.waitingCount === 0),
  )

  const events = subgraph.subscribe<Events>(supervisor, slaDocument)
  // A topic without a cursor begins at its head of that moment: the answer goes out again until the topic is heard.
  const heard = events.next()
  const answered = [sessionId]
  await deliver(subgraph.ctx, consumers, sessionAnswered, {
    sessionId,
    agentId: 'ada',
    answeredAt: new Date(),
  })
  let result: IteratorResult<TestResponse<Events>> | undefined
  void heard.then((value) => {
    result = value
  })
  await until('an SLA event', async () => {
    if (result) return true
    const another = await request('SOCIAL')
    answered.push(another)
    await deliver(subgraph.ctx, consumers, sessionAnswered, {
      sessionId: another,
      agentId: 'bo',
      answeredAt: new Date(),
    })
    return false
  })
  const event = (await heard).value as TestResponse<Events>
  expect(event.data?.slaEvents.status).toBe('MET')
  expect(event.extensions?.live).toMatchObject({
    kind: 'EVENT',
    topic: 'sla',
    sequence: event.data?.slaEvents.sequence,
    cursor: event.data?.slaEvents.cursor,
  })
  expect(answered).toContain(event.data?.slaEvents.workItem.session.id)
  const resumed = subgraph.subscribe<Events>(supervisor, slaDocument, { after: event.data?.slaEvents.cursor })
  const another = await request('SOCIAL')
  await deliver(subgraph.ctx, consumers, sessionAnswered, {
    sessionId: another,
    agentId: 'bo',
    answeredAt: new Date(),
  })
  const next = (await resumed.next()).value as TestResponse<Events>
  expect(next.data?.slaEvents.sequence).toBe((event.data?.slaEvents.sequence ?? 0) + 1)
  for (const one of [inbox, board, events, resumed]) await one.return?.()
})

test('many queues and items cost as many reads of the store as few', async () => {
  const document = `{ queueBoard { ${boardFields} } }`
  await subgraph.query(ada, 'mutation { setPresence(status: AWAY) { agent { id } } }')
  await request('CHAT')
  await request('SOCIAL')
  const relevant = (calls: string[]) =>
    calls.filter((call) => !/leases|\.distinct|processedEvents/.test(call)).toSorted()
  const readsOf = async () => {
    // The dispatcher and the sweeper read beside it each second; of several tries the least is the board's own.
    const tries: string[][] = []
    for (let n = 0; n < 5; n += 1)
      tries.push(relevant(await storeCallsOf(() => subgraph.query(supervisor, document))))
    return tries.reduce((least, calls) => (calls.length < least.length ? calls : least))
  }
  const few = await readsOf()
  for (let n = 0; n < 12; n += 1) {
    const input = {
      id: `more-${n}`,
      name: `More ${n}`,
      mediaTypes: ['CHAT'],
      domain: `d${n}`,
      requiredSkills: [],
    }
    await subgraph.query(
      supervisor,
      'mutation ($input: SaveQueueInput!) { saveQueue(input: $input) { queue { id } } }',
      { input },
    )
    await request('CHAT', `d${n}`)
  }
  const board = await subgraph.query<{
    queueBoard: { queues: Array<{ waitingCount: number; waiting: { nodes: object[] } }> }
  }>(supervisor, document)
  expect(board.errors).toBeUndefined()
  expect(board.data?.queueBoard.queues.flatMap(({ waiting }) => waiting.nodes).length).toBeGreaterThan(13)
  const many = await readsOf()
  expect(few.length).toBeGreaterThan(4)
  expect(many.length).toBeLessThanOrEqual(few.length)
})

test('references are batched, and lead nowhere for a visitor', async () => {
  const items = await WorkItems(subgraph.ctx.db).find().limit(10).lean()
  const document = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on Session { id workItem { id queue { id } } } ... on WorkItem { id status } ... on Queue { id waitingCount } } }`
  const of = [
    ...items.map(({ sessionId: id }) => ({ __typename: 'Session', id })),
    ...items.map(({ sessionId: id }) => ({ __typename: 'WorkItem', session: { id } })),
    ...items.map(({ _id: id }) => ({ __typename: 'WorkItem', id })),
    ...items.map(({ queueId: id }) => ({ __typename: 'Queue', id })),
    { __typename: 'WorkItem', id: newId() },
    { __typename: 'Session', id: newId() },
  ]
  const seen = await subgraph.query<{ _entities: Array<Record<string, unknown> | null> }>(ada, document, {
    of,
  })
  expect(seen.errors).toBeUndefined()
  expect(seen.data?._entities.slice(0, 10)).toEqual(
    items.map(({ _id, sessionId, queueId }) => ({
      id: sessionId,
      workItem: { id: _id, queue: { id: queueId } },
    })),
  )
  expect(seen.data?._entities.slice(10, 20).map((one) => one?.id)).toEqual(items.map(({ _id }) => _id))
  expect(seen.data?._entities.at(-2)).toBeNull()
  expect(seen.data?._entities.at(-1)).toMatchObject({ workItem: null })
  const hidden = await subgraph.query<{ _entities: unknown[] }>(visitor, document, { of })
  expect(hidden.errors).toBeUndefined()
  expect(hidden.data?._entities.slice(0, 10)).toEqual(
    items.map(({ sessionId }) => ({ id: sessionId, workItem: null })),
  )
  expect(hidden.data?._entities.slice(10, -1)).toEqual(Array(31).fill(null))
})

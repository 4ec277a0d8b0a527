import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#platform/identity/viewer.ts'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { customerSubgraph } from './definition.ts'
import { Customers } from './models/customer.ts'
import { Touchpoints } from './models/touchpoint.ts'

const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ada', roles: ['agent'] }
const analyst: Viewer = { kind: 'staff', id: 'analyst-1', name: 'Bo', roles: ['analyst'] }
const visitor: Viewer = { kind: 'visitor', id: 'visitor-1' }
const { consumers = [] } = customerSubgraph
const ids: string[] = []
let subgraph: TestSubgraph

interface CustomerPage {
  nodes: Array<{ id: string }>
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

async function contactOf(name: string | undefined, phone: string, startedAt: Date): Promise<string> {
  const channelIdentityId = newId()
  await deliver(subgraph.ctx, consumers, sessionStarted, {
    sessionId: newId(),
    conversationId: newId(),
    channelIdentityId,
    channel: 'phone',
    account: 'main',
    mediaType: 'VOICE',
    identifiers: [
      { type: 'PHONE', value: phone, verified: false },
      { type: 'CHANNEL_ACCOUNT', value: `phone:main:${phone}`, verified: true },
    ],
    displayName: name,
    startedAt,
  })
  const event = subgraph.emitted(identityResolved).find((one) => one.aggregateId === channelIdentityId)
  return event?.payload.customerId ?? ''
}

beforeAll(async () => {
  subgraph = await createTestSubgraph(customerSubgraph)
  const names = ['Mei Lin', 'Meike Brandt', '王小明', undefined, 'Ana Lima']
  for (const [at, name] of names.entries()) {
    const startedAt = new Date(Date.UTC(2026, 10, 1, 12, at))
    ids.push(await contactOf(name, `+1415555267${at}`, startedAt))
  }
})
afterAll(() => subgraph.stop())

const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Customer {
  id displayName tier identifiers { type value verifiedAt } suggestedMatches { confidence customer { id displayName } }
  recentTouchpoints(first: 3) { channel startedAt session { id } } } } }`
const of = (some: string[]) => ({ of: some.map((id) => ({ __typename: 'Customer', id })) })

test('many references cost as many reads of the store as one', async () => {
  const one = await storeCallsOf(() => subgraph.query(agent, entities, of([ids[3] ?? ''])))
  const all = await storeCallsOf(() => subgraph.query(agent, entities, of(ids)))
  expect(one.length).toBeGreaterThan(0)
  expect(all.toSorted()).toEqual(one.toSorted())
})

test('a reference gives the profile to staff, and nobody to a visitor', async () => {
  const seen = await subgraph.query<{ _entities: unknown[] }>(
    agent,
    entities,
    of([ids[0] ?? '', ids[3] ?? '', newId()]),
  )
  expect(seen.errors).toBeUndefined()
  expect(seen.data?._entities).toMatchObject([
    { displayName: 'Mei Lin', tier: 'STANDARD', recentTouchpoints: [{ channel: 'phone' }] },
    { displayName: '+14•••2673' },
    null,
  ])
  const hidden = await subgraph.query<{ _entities: unknown[] }>(visitor, entities, of([ids[0] ?? '']))
  expect(hidden.data?._entities).toEqual([null])
})

test.each([visitor, { kind: 'anonymous' } as const])(
  'a $kind may not list or change customers',
  async (viewer) => {
    const code = viewer.kind === 'visitor' ? 'FORBIDDEN' : 'UNAUTHENTICATED'
    for (const document of [
      '{ customers { nodes { id } } }',
      `{ customer(id: "${ids[0]}") { id } }`,
      `mutation { updateCustomer(input: { id: "${ids[0]}", tier: VIP }) { customer { id } } }`,
    ]) {
      expect((await subgraph.query(viewer, document)).errors?.[0]?.extensions?.['code']).toBe(code)
    }
  },
)

test('an analyst reads and does not change', async () => {
  const document = `mutation { updateCustomer(input: { id: "${ids[0]}", tier: VIP }) { customer { id } } }`
  expect((await subgraph.query(analyst, document)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('all customers, page by page, the latest first', async () => {
  const document =
    'query ($after: String) { customers(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }'
  const seen: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const page: CustomerPage | undefined = (
      await subgraph.query<{ customers: CustomerPage }>(agent, document, { after })
    ).data?.customers
    seen.push(...(page?.nodes.map(({ id }) => id) ?? []))
    more = page?.pageInfo.hasNextPage ?? false
    after = page?.pageInfo.endCursor ?? null
  }
  expect(seen).toEqual(ids.toReversed())
})

test.each([
  ['mei', [1, 0]],
  ['MEI lin', [0]],
  ['lin mei', [0]],
  ['li', [4, 0]],
  ['小明', [2]],
  ['+1 415-555-2672', [2]],
  ['14155552673', [3]],
  ['phone:main:+14155552674', [4]],
  ['.*', []],
  ['nobody', []],
])('a search for %s', async (search, expected) => {
  const document = 'query ($search: String) { customers(search: $search) { nodes { id } } }'
  const { data, errors } = await subgraph.query<{ customers: { nodes: Array<{ id: string }> } }>(
    agent,
    document,
    { search },
  )
  expect(errors).toBeUndefined()
  expect(data?.customers.nodes.map(({ id }) => ids.indexOf(id))).toEqual(expected)
})

test('what staff write stays when the channel says something else', async () => {
  const id = ids[4] ?? ''
  const document = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) {
    customer { id displayName tier locale identifiers { type value verifiedAt } } userErrors { field code } } }`
  const { data, errors } = await subgraph.query<{ updateCustomer: unknown }>(agent, document, {
    input: { id, displayName: ' Ana Lima de Souza ', tier: 'VIP', locale: 'pt-br', email: 'Ana@Example.org' },
  })
  expect(errors).toBeUndefined()
  expect(data?.updateCustomer).toMatchObject({
    customer: { displayName: 'Ana Lima de Souza', tier: 'VIP', locale: 'pt-BR' },
    userErrors: [],
  })
  expect(JSON.stringify(data)).toContain('{"type":"EMAIL","value":"ana@example.org","verifiedAt":null}')
  const refused = await subgraph.query<{ updateCustomer: unknown }>(agent, document, {
    input: { id, displayName: '  ', locale: 'no locale!' },
  })
  expect(refused.data?.updateCustomer).toEqual({
    customer: null,
    userErrors: [
      { field: 'displayName', code: 'INVALID_NAME' },
      { field: 'locale', code: 'INVALID_LOCALE' },
    ],
  })
  const absent = await subgraph.query<{ updateCustomer: unknown }>(agent, document, {
    input: { id: newId(), tier: 'VIP' },
  })
  expect(absent.data?.updateCustomer).toEqual({
    customer: null,
    userErrors: [{ field: 'id', code: 'NOT_FOUND' }],
  })
})

test('searches, pages and touchpoints are read by an index', async () => {
  const begins = { $elemMatch: { $gte: 'mei', $lt: 'mei\u{10ffff}' } }
  const plans = await Promise.all([
    Customers(subgraph.ctx.db)
      .find({ mergedInto: null, $and: [{ $or: [{ nameTerms: begins }, { identifierTerms: begins }] }] })
      .sort({ lastSeenAt: -1, _id: -1 })
      .explain('queryPlanner'),
    Customers(subgraph.ctx.db)
      .find({ mergedInto: null })
      .sort({ lastSeenAt: -1, _id: -1 })
      .explain('queryPlanner'),
    Touchpoints(subgraph.ctx.db)
      .find({ customerId: ids[0] })
      .sort({ startedAt: -1, _id: -1 })
      .explain('queryPlanner'),
  ])
  for (const plan of plans.map((one) =>
    JSON.stringify((one as unknown as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan),
  )) {
    expect(plan).toContain('"IXSCAN"')
    expect(plan).not.toContain('COLLSCAN')
  }
})

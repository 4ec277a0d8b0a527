import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { conversationSubgraph } from '../../../subgraphs/conversation/definition.ts'
import { customerSubgraph } from '../../../subgraphs/customer/definition.ts'
import { Customers } from '../../../subgraphs/customer/models/customer.ts'
import { knowledgeSubgraph } from '../../../subgraphs/knowledge/definition.ts'
import { metricsSubgraph } from '../../../subgraphs/metrics/definition.ts'
import { routingSubgraph } from '../../../subgraphs/routing/definition.ts'
import { Reservations } from '../../../subgraphs/routing/models/reservation.ts'

const admin: Viewer = { kind: 'staff', id: 'boss', name: 'Boss', roles: ['admin'] }
const owner: Viewer = { kind: 'visitor', id: 'owner' }
/** Who holds nothing of what the tests make. */
const others: Viewer[] = [
  { kind: 'visitor', id: 'somebody-else' },
  { kind: 'partner', id: 'p1', scopes: [] },
]

interface Ids {
  [name: string]: string
}

/** A way to an object by its id, as the router or somebody behind it could ask. */
type Way = [name: string, document: string, variables: (ids: Ids) => Record<string, unknown>]

const root = (what: string, id: string, type = 'query'): Way => [
  what,
  `${type} ($id: ID!) { ${what} }`,
  (ids) => ({ id: ids[id] }),
]
const reference = (typename: string, id: string, selection = '__typename'): Way => [
  `a reference to ${typename}`,
  `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${typename} { ${selection} } } }`,
  (ids) => ({ of: [{ __typename: typename, id: ids[id] }] }),
]

interface Part {
  definition: SubgraphDefinition
  make(subgraph: TestSubgraph): Promise<Ids>
  ways: Way[]
}

const parts: Record<string, Part> = {
  conversation: {
    definition: conversationSubgraph,
    async make(subgraph) {
      const { data } = await subgraph.query<{
        sendVisitorMessage: {
          message: { id: string }
          conversation: { id: string; openSession: { id: string } }
        }
      }>(
        owner,
        `mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) {
          message { id } conversation { id openSession { id } } } }`,
        { input: { text: 'hello', clientMessageId: newId() } },
      )
      const sent = data?.sendVisitorMessage
      return {
        conversation: sent?.conversation.id ?? '',
        session: sent?.conversation.openSession.id ?? '',
        message: sent?.message.id ?? '',
        account: 'web-chat:main',
      }
    },
    ways: [
      root('conversation(id: $id) { id }', 'conversation'),
      root('session(id: $id) { id }', 'session'),
      root('endSession(id: $id) { session { id } }', 'session', 'mutation'),
      root('replayDeadLetter(id: $id) { id }', 'message', 'mutation'),
      root(
        'sendMessage(input: { sessionId: $id, text: "x", clientMessageId: "c" }) { message { id } }',
        'session',
        'mutation',
      ),
      root(
        'wrapUpSession(input: { sessionId: $id, code: "RESOLVED" }) { session { id } }',
        'session',
        'mutation',
      ),
      reference('Conversation', 'conversation', 'id status'),
      reference('Session', 'session', 'id status'),
      reference('Message', 'message', 'id text'),
      reference('ChannelAccount', 'account', 'id'),
    ],
  },
  customer: {
    definition: customerSubgraph,
    async make(subgraph) {
      const id = newId()
      const at = new Date()
      await Customers(subgraph.ctx.db).create({
        _id: id,
        name: 'Mei',
        tier: 'STANDARD',
        createdAt: at,
        lastSeenAt: at,
      })
      return { customer: id }
    },
    ways: [
      root('customer(id: $id) { id }', 'customer'),
      root('updateCustomer(input: { id: $id, tier: VIP }) { customer { id } }', 'customer', 'mutation'),
      reference('Customer', 'customer', 'id displayName'),
    ],
  },
  knowledge: {
    definition: knowledgeSubgraph,
    make: async () => ({ conversation: newId() }),
    ways: [reference('Conversation', 'conversation', 'suggestedArticles { score }')],
  },
  metrics: {
    definition: metricsSubgraph,
    make: async () => ({ queue: 'support' }),
    ways: [reference('Queue', 'queue', 'metrics { offered }')],
  },
  routing: {
    definition: routingSubgraph,
    async make(subgraph) {
      const { data } = await subgraph.query<{ queues: { id: string }[]; slaPolicies: { id: string }[] }>(
        admin,
        '{ queues { id } slaPolicies { id } }',
      )
      await subgraph.query(
        admin,
        'mutation { saveAgent(input: { id: "ada", name: "Ada", skills: [] }) { agent { id } } }',
      )
      return { queue: data?.queues[0]?.id ?? '', policy: data?.slaPolicies[0]?.id ?? '', agent: 'ada' }
    },
    ways: [
      root('queue(id: $id) { id }', 'queue'),
      root('agent(id: $id) { id }', 'agent'),
      reference('Queue', 'queue', 'id name'),
      reference('SlaPolicy', 'policy', 'id name'),
      reference('Agent', 'agent', 'id name'),
    ],
  },
}

/** An answer as text, in which the ids asked for look all alike. */
async function answerWithout(
  ids: readonly string[],
  subgraph: Pick<TestSubgraph, 'query'>,
  viewer: Viewer,
  document: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await subgraph.query(viewer, document, variables)
  const told = errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))
  return ids.reduce((text, id) => text.replaceAll(id, '<id>'), JSON.stringify({ data, errors: told }))
}

describe.each(Object.entries(parts))('in the %s subgraph', (_name, { definition, make, ways }) => {
  let subgraph: TestSubgraph
  let ids: Ids
  beforeAll(async () => {
    subgraph = await createTestSubgraph(definition)
    ids = await make(subgraph)
    expect(Object.values(ids)).not.toContain('')
  })
  afterAll(() => subgraph.stop())

  const answerTo = (viewer: Viewer, [, document, variables]: Way, of: Ids) =>
    answerWithout(Object.values(of), subgraph, viewer, document, variables(of))

  test.each(ways)('%s: another’s object looks like an absent one', async (...way) => {
    const absent = Object.fromEntries(Object.keys(ids).map((name) => [name, newId()]))
    for (const viewer of others) {
      expect(await answerTo(viewer, way, ids)).toBe(await answerTo(viewer, way, absent))
    }
  })
})

describe('in routing', () => {
  test('another agent’s offer looks like an absent one to an agent', async () => {
    const subgraph = await createTestSubgraph(routingSubgraph)
    try {
      const bo: Viewer = { kind: 'staff', id: 'bo', name: 'Bo', roles: ['agent'] }
      const id = newId()
      const now = new Date()
      await Reservations(subgraph.ctx.db).collection.insertOne({
        _id: id,
        agentId: 'ada',
        status: 'PENDING',
        workItemId: newId(),
        sessionId: newId(),
        queueId: 'support',
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      } as never)
      for (const field of ['acceptReservation', 'rejectReservation']) {
        const document = `mutation ($id: ID!) { ${field}(id: $id) { reservation { id } } }`
        const ask = (of: string) => answerWithout([of], subgraph, bo, document, { id: of })
        const theirs = await ask(id)
        expect(theirs).toContain('NOT_FOUND')
        expect(theirs).toBe(await ask(newId()))
      }
    } finally {
      await subgraph.stop()
    }
  })
})

import { readFileSync } from 'node:fs'
import {
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { expect, test } from 'vitest'
import { engineSchema } from '../../../router/engine/engine-schema.ts'
import { contracts } from '../../../router/identity/field-access.ts'
import { composed, startFederation } from '../engine/federation.ts'
import type { SubgraphDefinition } from '../engine/subgraph-server.ts'

const header =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", { name: "@tag", as: "@open" }])\n'
const guest = '@open(name: "guest")'
const shop: SubgraphDefinition = {
  header,
  sdl: `
    type Query {
      item: Item ${guest}
      items: [Item] ${guest}
      found: [Found] ${guest}
      secret: String
    }
    type Mutation { order(input: Order!): Book ${guest} }
    interface Item { id: ID! ${guest} cost: Int }
    type Book implements Item @open(name: "guest") { id: ID! ${guest} title: String ${guest} cost: Int margin: Int }
    type Safe implements Item { id: ID! cost: Int }
    union Found = Book | Safe
    input Order { id: ID! ${guest} price: Int }
  `,
  resolvers: {
    Query: {
      item: () => book,
      items: () => [book, { __typename: 'Safe', id: 's1' }],
      found: () => [{ __typename: 'Safe', id: 's1' }, book],
      secret: () => 'secret',
    },
    Mutation: { order: (_: never, { input }: { input: { id: string } }) => ({ ...book, id: input.id }) },
    Item: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
}
const book = { __typename: 'Book', id: 'b1', title: 'A book', cost: 1, margin: 2 }

/** What a viewer of the contract gets, and what they get with every name that is not theirs misspelt. */
async function asGuest(query: string, misspelt: string) {
  const { ask, subgraphs } = await startFederation({ shop }, { contracts: ['guest'] })
  const access = {
    rights: { authenticated: true, scopes: new Set<string>(), policies: new Set<string>() },
    contract: 'guest',
  }
  const answers = [await ask(query, {}, { access }), await ask(misspelt, {}, { access })]
  return { answers, requests: subgraphs.shop.requests, whole: await ask(query) }
}

test.each([
  ['a root field', '{ secret }', '{ sekret }'],
  ['a field', '{ item { cost } }', '{ item { coast } }'],
  [
    'a field of an object whose type is tagged',
    '{ item { ... on Book { margin } } }',
    '{ item { ... on Book { marlin } } }',
  ],
  ['an alias', '{ item { id: cost } }', '{ item { id: coast } }'],
  [
    'a fragment',
    '{ item { ...A } } fragment A on Item { cost }',
    '{ item { ...A } } fragment A on Item { coast }',
  ],
  ['an object of an interface', '{ items { ... on Safe { id } } }', '{ items { ... on Sage { id } } }'],
  ['an object of a union', '{ found { ... on Safe { id } } }', '{ found { ... on Sage { id } } }'],
  ['an interface in a union', '{ found { ... on Item { cost } } }', '{ found { ... on Item { coast } } }'],
  ['introspection', '{ __type(name: "Safe") { name } secret }', '{ __type(name: "Safe") { name } sekret }'],
  [
    'an input field',
    'mutation { order(input: { id: "1", price: 1 }) { id } }',
    'mutation { order(input: { id: "1", prise: 1 }) { id } }',
  ],
])('%s outside of the contract looks like one that does not exist', async (_name, query, misspelt) => {
  const { answers, requests, whole } = await asGuest(query, misspelt)
  const [own, absent] = answers.map(({ data, errors }) => ({
    data,
    errors: errors?.map(({ message, extensions }) => ({ message, extensions })),
  }))
  const spelt = (text: string) =>
    text
      .replaceAll('sekret', 'secret')
      .replaceAll('coast', 'cost')
      .replaceAll('marlin', 'margin')
      .replaceAll('Sage', 'Safe')
      .replaceAll('prise', 'price')
  expect(own?.data).toBeUndefined()
  expect(own?.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' })
  expect(JSON.stringify(own)).not.toMatch(/did you mean/i)
  expect(JSON.stringify(own)).toBe(spelt(JSON.stringify(absent)))
  expect(requests.length).toBe(whole.errors ? 0 : 1)
  // the refusal is the contract's: others may ask the same
  expect(whole.errors).toBeUndefined()
})

test('what the contract opens is answered; objects outside of it are nothing', async () => {
  const query = 'mutation { order(input: { id: "7" }) { id title } }'
  expect((await asGuest(query, query)).answers[0]).toEqual({ data: { order: { id: '7', title: 'A book' } } })
  const list = '{ items { id __typename ... on Book { title } } found { ... on Book { id } __typename } }'
  expect((await asGuest(list, list)).answers[0]).toEqual({
    data: {
      items: [{ id: 'b1', __typename: 'Book', title: 'A book' }, null],
      found: [null, { id: 'b1', __typename: 'Book' }],
    },
  })
})

test('introspection shows the contract and nothing else', async () => {
  const query =
    '{ __schema { types { name } } safe: __type(name: "Safe") { name } item: __type(name: "Item") { possibleTypes { name } fields { name } } }'
  const { answers } = await asGuest(query, query)
  const { __schema, safe, item } = answers[0]?.data as Record<string, unknown>
  expect(safe).toBeNull()
  expect(item).toEqual({ possibleTypes: [{ name: 'Book' }], fields: [{ name: 'id' }] })
  const names = (__schema as { types: { name: string }[] }).types
    .map(({ name }) => name)
    .filter((name) => !/^__|^(String|Int|Float|Boolean|ID)$/.test(name))
  expect(names.sort()).toEqual(['Book', 'Found', 'Item', 'Mutation', 'Order', 'Query'])
})

test('a viewer under a contract that is not known is an error, not somebody without a contract', async () => {
  const { ask } = await startFederation({ shop })
  const access = {
    rights: { authenticated: true, scopes: new Set<string>(), policies: new Set<string>() },
    contract: 'guest',
  }
  await expect(ask('{ secret }', {}, { access })).rejects.toThrow('There is no contract "guest"')
})

const tagged = (sdl: string) => composed([{ name: 'a', url: 'http://a', sdl: header + sdl }])
test.each([
  [
    'a field whose type has no open field',
    `type Query { a: A ${guest} } type A { id: ID }`,
    /leads to A, which has no open field/,
  ],
  [
    'an argument whose input has no open field',
    `type Query { a(b: B): Int ${guest} } input B { id: ID }`,
    /leads to B/,
  ],
  [
    'an input that cannot be given',
    `type Query { a(b: B): Int ${guest} } input B { id: ID! c: Int ${guest} }`,
    /B.id has to be given/,
  ],
  [
    'an object without its interface’s field',
    `type Query { a: I ${guest} } interface I { id: ID ${guest} x: Int ${guest} } type A implements I { id: ID ${guest} x: Int }`,
    /I.x/,
  ],
])('%s keeps the supergraph from being loaded', (_name, sdl, reason) => {
  expect(() => engineSchema(tagged(sdl), ['guest'])).toThrow(reason)
})

test('without any tag a contract is empty', () => {
  const { contracts: schemas } = engineSchema(tagged('type Query { a: Int }'), ['guest'])
  expect(
    validate(schemas.get('guest') as GraphQLSchema, parse('{ a }')).map(({ message }) => message),
  ).toEqual(['Cannot query field "a" on type "Query".'])
})

const ours = engineSchema(
  readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
  contracts,
)
const fieldsOf = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) &&
          !type.name.startsWith('__'),
      )
      .map((type) => [type.name, Object.keys('getFields' in type ? type.getFields() : {}).join(' ')]),
  )

test('our visitors’ contract: a new field is not in it before somebody writes it down here too', () => {
  expect(fieldsOf(ours.contracts.get('visitor') as GraphQLSchema)).toMatchInlineSnapshot(`
    {
      "Article": "id title variant",
      "ArticleVariant": "channel locale title body",
      "Conversation": "id status participants messages",
      "Message": "id sequence cursor kind text author clientMessageId sentAt",
      "MessageConnection": "nodes",
      "Mutation": "sendVisitorMessage",
      "Participant": "id purpose displayName joinedAt leftAt",
      "Query": "conversation visitorConversation article",
      "SendVisitorMessageInput": "account text clientMessageId locale domain displayName",
      "SendVisitorMessagePayload": "message conversation userErrors",
      "Subscription": "messageAdded conversationChanged",
      "UserError": "field message code",
    }
  `)
})

test('our partners’ contract', () => {
  expect(fieldsOf(ours.contracts.get('partner') as GraphQLSchema)).toMatchInlineSnapshot(`
    {
      "Article": "id title version publishedAt keywords variants variant",
      "ArticleConnection": "edges nodes pageInfo",
      "ArticleEdge": "cursor node",
      "ArticleVariant": "channel locale title body",
      "ChannelMetrics": "channel metrics",
      "ContactMetrics": "offered answered abandoned waiting serviceLevel averageSpeedOfAnswer medianTimeToAnswer p90TimeToAnswer averageHandleTime messagesIn messagesOut",
      "Conversation": "id status createdAt lastMessageAt sessions openSession customer",
      "ConversationConnection": "edges nodes pageInfo",
      "ConversationEdge": "cursor node",
      "Customer": "id displayName locale tier identifiers createdAt lastSeenAt",
      "CustomerConnection": "edges nodes pageInfo",
      "CustomerEdge": "cursor node",
      "Identifier": "type value verifiedAt",
      "LiveMetrics": "at window total byChannel byQueue",
      "PageInfo": "hasNextPage hasPreviousPage startCursor endCursor",
      "Query": "conversation conversations session customer customers article articles channelMetrics liveMetrics queue queues",
      "Queue": "id metrics name mediaTypes domain serviceLevelGoal waitingCount oldestQueuedAt nextDueAt atRiskCount staffing expectedWait",
      "QueueMetrics": "queue metrics",
      "QueueStaffing": "available busy away",
      "ServiceLevel": "ratio met missed",
      "Session": "id conversation channel account mediaType status locale startedAt answeredAt endedAt wrapUp",
      "Subscription": "conversationChanged liveMetricsChanged",
      "WrapUp": "code wrappedUpAt",
    }
  `)
})

test('everything that the widget asks is in the visitors’ contract', () => {
  const operations = readFileSync(
    new URL('../../../widget/src/chat/operations.graphql', import.meta.url),
    'utf8',
  )
  expect(validate(ours.contracts.get('visitor') as GraphQLSchema, parse(operations))).toEqual([])
})

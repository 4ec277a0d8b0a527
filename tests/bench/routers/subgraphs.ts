import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import Fastify from 'fastify'
import { parse } from 'graphql'
import mercurius from 'mercurius'

const ids = (prefix: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${from + index}`)
const numberOf = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1))
type Reference = { id: string }

/**
 * Five subgraphs in the product's shape with fixed data, written in the federation 1 style that all measured
 * routers read. They answer from memory: what is measured is the router in front of them.
 */
export const definitions: Record<string, { sdl: string; resolvers: Record<string, unknown> }> = {
  routing: {
    sdl: /* GraphQL */ `
      extend type Query {
        queue(id: ID!): Queue
        queues(from: Int!): [Queue!]!
        hello: String!
        items(first: Int!, from: Int!): [WorkItem!]!
      }
      type Queue @key(fields: "id") { id: ID! name: String! waiting(first: Int!): [WorkItem!]! }
      type WorkItem @key(fields: "id") { id: ID! priority: Int! dueAt: String! conversation: Conversation! }
      extend type Conversation @key(fields: "id") { id: ID! @external }`,
    resolvers: {
      Query: {
        hello: () => 'world',
        queue: (_: unknown, { id }: Reference) => ({ id }),
        queues: (_: unknown, { from }: { from: number }) => ids('queue', 5, from).map((id) => ({ id })),
        items: (_: unknown, { first, from }: { first: number; from: number }) =>
          ids('item', first, from).map((id) => ({ id })),
      },
      Queue: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        name: ({ id }: Reference) => `Queue ${id}`,
        // Another queue has other items: what is asked behind them differs too.
        waiting: ({ id }: Reference, { first }: { first: number }) =>
          ids('item', first, numberOf(id) * first).map((item) => ({ id: item })),
      },
      WorkItem: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        priority: ({ id }: Reference) => numberOf(id) % 3,
        dueAt: () => '2026-11-23T12:00:00.000Z',
        conversation: ({ id }: Reference) => ({
          __typename: 'Conversation',
          id: `conversation-${numberOf(id)}`,
        }),
      },
    },
  },
  conversation: {
    sdl: /* GraphQL */ `
      type Conversation @key(fields: "id") { id: ID! status: String! lastMessage: Message! customer: Customer! }
      type Message { text: String! sequence: Int! }
      extend type Customer @key(fields: "id") { id: ID! @external }`,
    resolvers: {
      Conversation: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        status: () => 'OPEN',
        lastMessage: ({ id }: Reference) => ({
          text: `Where is my order ${numberOf(id)}?`,
          sequence: numberOf(id) + 1,
        }),
        customer: ({ id }: Reference) => ({ __typename: 'Customer', id: `customer-${numberOf(id)}` }),
      },
    },
  },
  customer: {
    sdl: /* GraphQL */ `
      type Customer @key(fields: "id") { id: ID! displayName: String! tier: String! locale: String }`,
    resolvers: {
      Customer: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        displayName: ({ id }: Reference) => `Customer ${numberOf(id)}`,
        tier: () => 'STANDARD',
        locale: () => 'en',
      },
    },
  },
  knowledge: {
    sdl: /* GraphQL */ `
      extend type Conversation @key(fields: "id") { id: ID! @external suggestions: [Article!]! }
      type Article @key(fields: "id") { id: ID! title: String! }`,
    resolvers: {
      Conversation: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        suggestions: ({ id }: Reference) =>
          ids('article', 2).map((article) => ({ id: article, title: `${article} for ${id}` })),
      },
    },
  },
  metrics: {
    sdl: /* GraphQL */ `
      extend type Queue @key(fields: "id") { id: ID! @external serviceLevel: Float! answered: Int! }`,
    resolvers: {
      Queue: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        serviceLevel: () => 0.83,
        answered: ({ id }: Reference) => numberOf(id) * 7 + 40,
      },
    },
  },
}

/** Starts all five on free ports of 127.0.0.1. */
export async function startSubgraphs(): Promise<Record<string, string>> {
  const urls: Record<string, string> = {}
  for (const [name, { sdl, resolvers }] of Object.entries(definitions)) {
    const app = Fastify()
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }])
    // As written: the printed form names each extended type twice, which Mercurius gateway does not read.
    const service = schema.getQueryType()?.getFields()['_service']
    if (service) service.resolve = () => ({ sdl })
    app.register(mercurius, { schema, jit: 1 })
    await app.listen({ port: 0, host: '127.0.0.1' })
    urls[name] = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`
  }
  return urls
}

if (process.send) process.send(await startSubgraphs())

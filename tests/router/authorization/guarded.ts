import { GraphQLError, GraphQLScalarType } from 'graphql'
import type { Access } from '../../../router/engine/authorization/access.ts'
import { noRights } from '../../../router/engine/authorization/access.ts'
import type { SubgraphDefinition } from '../engine/subgraph-server.ts'

// Three subgraphs in which every kind of place is protected. Each protected value says so: "secret …".

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external",
  "@requires", "@shareable", "@interfaceObject", "@authenticated", "@requiresScopes", "@policy"])\n`

const user = (id: string) => ({ __typename: 'User', id, account: { id } })
const robot = { __typename: 'Robot', id: 'r1' }
const film = (id: string) => ({ __typename: 'Film', id, title: `Title ${id}` })

const people: SubgraphDefinition = {
  header,
  sdl: `
    type Query {
      me: User
      user(id: ID!): User!
      node: Node
      nodes: [Node]
      found: [Found]
      vault: Vault
      iban: Iban
      level: Level
      number: Int!
      whispered: String @authenticated
      media: [Media]
    }
    type Mutation { touch: Touched! wipe: Boolean @requiresScopes(scopes: [["admin"]]) }
    type Subscription { ticked: Tick! guarded: Tick @authenticated }
    interface Node { id: ID! label: String }
    union Found = User | Robot | Vault
    type User implements Node @key(fields: "id") {
      id: ID!
      label: String @authenticated
      name: String
      email: String @requiresScopes(scopes: [["email", "read"], ["admin"]])
      pin: String! @policy(policies: [["owner"]])
      level: Level
      iban: Iban
      vault: Vault
      friends: [User]
      grid: [[User!]]
      account: Account
    }
    type Account { id: ID! owner: User }
    type Robot implements Node { id: ID! label: String }
    type Vault @authenticated { id: ID! gold: String }
    enum Level @authenticated { SECRET OTHER }
    scalar Iban @requiresScopes(scopes: [["bank"]])
    type Touched { done: Boolean! note: String @authenticated user: User }
    type Tick { n: Int! note: String @authenticated user: User }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Film implements Media @key(fields: "id") { id: ID! title: String }
    type Song implements Media @key(fields: "id") { id: ID! title: String }
  `,
  resolvers: {
    Query: {
      me: () => user('u1'),
      user: (_: never, { id }: { id: string }) => user(id),
      node: () => user('u1'),
      nodes: () => [user('u1'), robot, null],
      found: () => [user('u1'), robot, { __typename: 'Vault', id: 'v1' }],
      vault: () => ({ id: 'v1' }),
      iban: () => 'secret iban',
      level: () => 'SECRET',
      number: () => 7,
      whispered: () => 'secret whisper',
      media: () => [film('f1'), { __typename: 'Song', id: 's1', title: 'Song' }],
    },
    Mutation: { touch: () => ({ done: true, user: user('u1') }), wipe: () => true },
    Subscription: {
      ticked: { subscribe: () => ticks('ticked') },
      guarded: { subscribe: () => ticks('guarded') },
    },
    Node: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Media: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    User: {
      __resolveReference: ({ id }: { id: string }) => user(id),
      label: () => 'secret label',
      name: ({ id }: { id: string }) => `Name ${id}`,
      email: () => 'secret email',
      pin: ({ id }: { id: string }) => {
        if (id === 'lost') throw new GraphQLError('No pin')
        return 'secret pin'
      },
      level: () => 'SECRET',
      iban: () => 'secret iban',
      vault: () => ({ id: 'v1' }),
      friends: () => [user('u2'), null, user('u3')],
      grid: () => [[user('u2'), user('u3')], null],
    },
    Account: { owner: ({ id }: { id: string }) => user(id) },
    Robot: { label: () => 'Robot' },
    Vault: { gold: () => 'secret gold' },
    Iban: new GraphQLScalarType({ name: 'Iban' }) as never,
    Touched: { note: () => 'secret note' },
    Tick: { note: () => 'secret note', user: () => user('u1') },
    Film: { __resolveReference: ({ id }: { id: string }) => film(id) },
    Song: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 'Song' }) },
  },
}

async function* ticks(field: string) {
  for (const n of [1, 2]) yield { [field]: { n } }
}

/** Two directives' names are its own: `@login` for `@authenticated`, and the namespaced form. */
const letters: SubgraphDefinition = {
  header: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external",
    "@requires", "@interfaceObject", { name: "@authenticated", as: "@login" }])\n`,
  sdl: `
    type Query { posted: String @login stamped: String @federation__policy(policies: [["owner"]]) }
    type User @key(fields: "id") {
      id: ID!
      email: String @external
      greeting: String @requires(fields: "email") @federation__requiresScopes(scopes: [["email", "read"], ["admin"]])
      phone: String @login
      street: String
    }
    type Media @interfaceObject @key(fields: "id") { id: ID! review: String @login stars: Int }
  `,
  resolvers: {
    Query: { posted: () => 'secret post', stamped: () => 'secret stamp' },
    User: {
      __resolveReference: (reference: object) => reference,
      greeting: ({ email }: { email?: string }) => `secret greeting of ${email}`,
      phone: () => 'secret phone',
      street: () => 'Street',
    },
    Media: {
      __resolveReference: (reference: object) => reference,
      review: () => 'secret review',
      stars: () => 5,
    },
  },
}

const cards: SubgraphDefinition = {
  header,
  sdl: `
    type Query { cards: Int }
    type User @key(fields: "id") {
      id: ID!
      greeting: String @external
      card: String @requires(fields: "greeting") @requiresScopes(scopes: [["email", "read"], ["admin"]])
    }
  `,
  resolvers: {
    User: {
      __resolveReference: (reference: object) => reference,
      card: ({ greeting }: { greeting?: string }) => `secret card with ${greeting}`,
    },
  },
}

/** The definitions of all three subgraphs. */
export const guarded = { people, letters, cards }

/** A viewer of whom nothing is known. */
export const stranger: Access = { rights: noRights }

/** A viewer who may see everything. */
export const everything: Access = {
  rights: {
    authenticated: true,
    scopes: new Set(['email', 'read', 'bank', 'admin']),
    policies: new Set(['owner']),
  },
}

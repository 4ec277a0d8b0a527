import { execute, type GraphQLSchema, parse } from 'graphql'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { expect, test } from 'vitest'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

/** The same data in one schema: what graphql-js makes of it is what the router has to answer. */
function monolith(): GraphQLSchema {
  const { books, people } = library
  const sdl = `${books.sdl.replace('type Person @key(fields: "id") { id: ID! }', '').replace(/@key\(fields: "id"\)/, '')}
    ${people.sdl.replace('type Query', 'extend type Query').replace(/@key\(fields: "id"\)/, '')}`
  const resolvers = {
    ...books.resolvers,
    ...people.resolvers,
    Query: { ...books.resolvers.Query, ...people.resolvers.Query },
  }
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }])
}

const query = `query($a: Boolean!, $b: Boolean!, $c: Boolean = true) {
  __typename @include(if: $a)
  books(first: 2) @skip(if: $a) {
    id @include(if: $b)
    author @include(if: $b) { id name @skip(if: $c) nickname @include(if: $c) }
  }
  person(id: "p1") {
    name
    ... @include(if: $a) { greeting(language: "en") friend { name @include(if: $c) id } }
    ...Friend @skip(if: $b)
    ... on Person @include(if: $b) @skip(if: $c) { nickname }
  }
  item: items @include(if: $c) { ... on Book @skip(if: $a) { author { name } } ... on Map { drawer @include(if: $b) { name } id } }
  one: book(id: "b1") @include(if: $a) { author { name } }
  one: book(id: "b1") { title author @include(if: $b) { id nickname } }
}
fragment Friend on Person { friend @skip(if: $a) { nickname } }`

const booleans = [true, false]
const cases = booleans.flatMap((a) =>
  booleans.flatMap((b) => [true, false, undefined].map((c) => (c === undefined ? { a, b } : { a, b, c }))),
)

test.each(cases)('@skip and @include at every level: %o', async (variables) => {
  const { ask } = await startFederation(library)
  const expected = await execute({ schema: monolith(), document: parse(query), variableValues: variables })
  expect(expected.errors).toBeUndefined()
  expect(await ask(query, variables)).toEqual(JSON.parse(JSON.stringify(expected)))
})

test('literal conditions: what never counts is not asked for', async () => {
  const { ask, requests } = await startFederation(library)
  const query =
    '{ book(id: "b1") { title author @include(if: false) { name } } person(id: "p1") @skip(if: true) { name } }'
  expect(await ask(query)).toEqual({ data: { book: { title: 'Title b1' } } })
  expect(requests()).toEqual({ books: 1, people: 0 })
})

test('what a variable leaves out is not fetched', async () => {
  const { ask, requests } = await startFederation(library)
  const query = 'query($with: Boolean!) { book(id: "b1") { title author @include(if: $with) { name } } }'
  expect(await ask(query, { with: false })).toEqual({ data: { book: { title: 'Title b1' } } })
  expect(requests()).toEqual({ books: 1, people: 0 })
})

test('variables are checked before anything is fetched', async () => {
  const { ask, requests } = await startFederation(library)
  const { data, errors } = await ask('query($id: ID!) { book(id: $id) { id } }', {})
  expect(data).toBeUndefined()
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  expect(requests()).toEqual({ books: 0, people: 0 })
})

test('an operation that skips all that it asks for is answered with nothing', async () => {
  const { ask, requests } = await startFederation(library)
  expect(await ask('{ book(id: "b1") @skip(if: true) { id } }')).toEqual({ data: {} })
  expect(requests()).toEqual({ books: 0, people: 0 })
})

import { expect, test } from 'vitest'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

test('lists of lists keep their nulls and complete their entities', async () => {
  const { ask, requests } = await startFederation(library)
  expect(await ask('{ shelves { title author { name motto(times: 2) } } }')).toEqual({
    data: {
      shelves: [
        [
          {
            title: 'Title b1',
            author: {
              name: 'Name p1',
              motto: [
                ['on', null],
                ['on', null],
              ],
            },
          },
          null,
          {
            title: 'Title b2',
            author: {
              name: 'Name p2',
              motto: [
                ['on', null],
                ['on', null],
              ],
            },
          },
        ],
        [],
        [
          {
            title: 'Title b3',
            author: {
              name: 'Name p1',
              motto: [
                ['on', null],
                ['on', null],
              ],
            },
          },
        ],
      ],
    },
  })
  expect(requests()).toEqual({ books: 1, people: 1 })
})

test('aliases of the same entity field with different arguments', async () => {
  const { ask, requests } = await startFederation(library)
  const query = `query($l: String!) { book(id: "b1") {
    author { en: greeting(language: "en") zh: greeting(language: "zh") own: greeting(language: $l) name again: name } } }`
  expect(await ask(query, { l: 'fr' })).toEqual({
    data: {
      book: { author: { en: 'en p1', zh: 'zh p1', own: 'fr p1', name: 'Name p1', again: 'Name p1' } },
    },
  })
  expect(requests()).toEqual({ books: 1, people: 1 })
})

test('the same alias for different fields of different types', async () => {
  const { ask } = await startFederation(library)
  const query =
    '{ items { ... on Book { by: author { id name } } ... on Map { by: drawer { nickname id } } } }'
  expect(await ask(query)).toEqual({
    data: { items: [{ by: { id: 'p1', name: 'Name p1' } }, { by: { nickname: null, id: 'p2' } }] },
  })
})

test('abstract types: interface and union, named and inline fragments, __typename, keys in the asked order', async () => {
  const { ask, engine } = await startFederation(library)
  const query = `{
    items { __typename title ... on Book { author { name } } ...OnMap }
    found { kind: __typename ... on Item { id } ... on Map { scale } }
  }
  fragment OnMap on Map { drawer { name } scale }`
  expect(await ask(query)).toEqual({
    data: {
      items: [
        { __typename: 'Book', title: 'Title b1', author: { name: 'Name p1' } },
        { __typename: 'Map', title: 'A map', drawer: { name: 'Name p2' }, scale: 1000 },
      ],
      found: [{ kind: 'Map', id: 'm1', scale: 1000 }, null, { kind: 'Book', id: 'b2' }],
    },
  })
  const context = { headers: {}, dedupeKey: '', requests: 0 }
  const text = await engine.execute({ query: '{ items { title id __typename } }' }, context)
  expect(text).toBe(
    '{"data":{"items":[{"title":"Title b1","id":"b1","__typename":"Book"},{"title":"A map","id":"m1","__typename":"Map"}]}}',
  )
})

test('text that JSON must escape arrives unchanged', async () => {
  const { ask } = await startFederation(library)
  expect(await ask('{ book(id: "b1") { author { nickname } } }')).toEqual({
    data: { book: { author: { nickname: '"p1" \\ 名前 🙂' } } },
  })
})

test('10,000 entities in one list make one request, which asks about each entity once', async () => {
  const count = 10_000
  const { ask, requests, subgraphs } = await startFederation({
    items: {
      sdl: 'type Query { items: [Item!]! } type Item @key(fields: "id") { id: ID! owner: Owner! } type Owner @key(fields: "id") { id: ID! }',
      resolvers: {
        Query: {
          items: () =>
            Array.from({ length: count }, (_, i) => ({ id: `i${i}`, owner: { id: `o${i % 10}` } })),
        },
      },
    },
    details: {
      sdl: 'type Query { none: Int } type Item @key(fields: "id") { id: ID! label: String! } type Owner @key(fields: "id") { id: ID! tags: [Tag!]! } type Tag { text: String! }',
      resolvers: {
        Item: { label: ({ id }: { id: string }) => `label ${id}` },
        Owner: { tags: ({ id }: { id: string }) => [{ text: `tag ${id}` }] },
      },
    },
  })
  const { data, errors } = await ask('{ items { id label owner { id tags { text } } } }')
  expect(errors).toBeUndefined()
  const expected = Array.from({ length: count }, (_, i) => ({
    id: `i${i}`,
    label: `label i${i}`,
    owner: { id: `o${i % 10}`, tags: [{ text: `tag o${i % 10}` }] },
  }))
  expect(data?.items).toEqual(expected)
  expect(requests().items).toBe(1)
  const asked = subgraphs.details.requests.flatMap(({ variables }) => Object.values(variables ?? {}).flat())
  expect(asked).toHaveLength(count + 10)
  expect(requests().details).toBeLessThanOrEqual(2)
})

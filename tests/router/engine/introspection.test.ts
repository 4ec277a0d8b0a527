import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql'
import { expect, test } from 'vitest'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

test('introspection beside data in one operation, through fragments and aliases', async () => {
  const { ask, requests } = await startFederation(library)
  const query = `query($name: String!, $with: Boolean!) {
    kind: __typename
    ...Meta
    book(id: "b1") { title author { name } }
    ... on Query { type: __type(name: $name) { name fields { name } } person(id: "p2") { name } }
    hidden: __type(name: "Map") @include(if: $with) { name }
  }
  fragment Meta on Query { __schema { queryType { name } } }`
  const expected = {
    kind: 'Query',
    __schema: { queryType: { name: 'Query' } },
    book: { title: 'Title b1', author: { name: 'Name p1' } },
    person: { name: 'Name p2' },
  }
  const person = {
    name: 'Person',
    fields: ['id', 'name', 'nickname', 'greeting', 'secret', 'friend', 'motto'].map((name) => ({ name })),
  }
  const first = await ask(query, { name: 'Person', with: true })
  expect(first.errors).toBeUndefined()
  expect(first.data).toMatchObject({ ...expected, hidden: { name: 'Map' } })
  expect(first.data?.type).toEqual({ ...person, fields: expect.arrayContaining(person.fields) })
  expect(await ask(query, { name: 'Nothing', with: false })).toEqual({ data: { ...expected, type: null } })
  expect(requests().books).toBe(2)
})

test('introspection alone, and __typename alone, ask no subgraph', async () => {
  const { ask, engine, requests } = await startFederation(library)
  const { data } = await ask(getIntrospectionQuery())
  const client = buildClientSchema(data as unknown as IntrospectionQuery)
  expect(printSchema(client)).toContain('type Person')
  expect(Object.keys(client.getTypeMap())).toEqual(
    expect.arrayContaining(Object.keys(engine.schema.getTypeMap())),
  )
  expect(client.getType('_Entity')).toBeUndefined()
  expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } })
  expect(requests()).toEqual({ books: 0, people: 0 })
})

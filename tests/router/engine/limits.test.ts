import { expect, test } from 'vitest'
import type { EngineLimits } from '../../../router/engine/limits.ts'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

const refused = (code: string, limits?: Partial<EngineLimits>) => async (query: string) => {
  const { ask, requests } = await startFederation(library, limits ? { limits } : {})
  const { data, errors } = await ask(query)
  expect(data).toBeUndefined()
  expect(errors?.map(({ extensions }) => extensions?.code)).toContain(code)
  expect(requests()).toEqual({ books: 0, people: 0 })
}

/** Fragments that each spread the next twice: written out, twice as many fields with each one. */
function bomb(fragments: number): string {
  const spreads = Array.from(
    { length: fragments },
    (_, n) => `fragment F${n} on Book { ${n === fragments - 1 ? 'id' : `...F${n + 1} ...F${n + 1}`} }`,
  )
  return `{ books { ...F0 } } ${spreads.join(' ')}`
}

test('a fragment bomb is refused before anything expands it', async () => {
  // written out it has 2^200 fields: only measuring without expanding comes to an end
  await refused('QUERY_TOO_COMPLEX')(bomb(200))
  await refused('QUERY_TOO_COMPLEX')(bomb(30))
})

test('fragments that stay small are executed', async () => {
  const { ask } = await startFederation(library)
  expect(await ask(bomb(5))).toEqual({ data: { books: ['b1', 'b2', 'b3', 'b4'].map((id) => ({ id })) } })
})

test.each([
  ['depth', { depth: 3 }, '{ person(id: "p1") { friend { friend { id } } } }'],
  [
    'depth through fragments',
    { depth: 3 },
    '{ person(id: "p1") { ...F } } fragment F on Person { friend { friend { id } } }',
  ],
  ['aliases', { aliases: 2 }, '{ a: broken b: broken ...F } fragment F on Query { c: broken }'],
  ['fields', { fields: 3 }, '{ ...F ...F } fragment F on Query { broken broken }'],
  ['directives', { directives: 1 }, '{ broken @skip(if: false) @include(if: true) }'],
  ['tokens', { tokens: 5 }, '{ broken broken broken broken }'],
])('a limit on %s', async (_what, limits, query) => {
  await refused('QUERY_TOO_COMPLEX', limits)(query)
})

test.each([
  ['what is not GraphQL', 'GRAPHQL_PARSE_FAILED', '{ books { '],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    '{ books { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }',
  ],
  [
    'an alias that would reach a prototype',
    'GRAPHQL_VALIDATION_FAILED',
    '{ books { __proto__: author { id } } }',
  ],
  ['entities from outside', 'GRAPHQL_VALIDATION_FAILED', '{ _entities(representations: []) { __typename } }'],
  ['no operation chosen', 'OPERATION_RESOLUTION_FAILURE', 'query A { broken } query B { broken }'],
])('%s is refused with a code', async (_what, code, query) => {
  await refused(code)(query)
})

test('of several operations the named one is executed, each with a plan of its own', async () => {
  const { engine } = await startFederation(library)
  const query = 'query A { book(id: "b1") { id } } query B { book(id: "b2") { id } }'
  const answers = ['A', 'B'].map((operationName) =>
    engine.execute({ query, operationName }, { headers: {}, dedupeKey: '', requests: 0 }),
  )
  expect(await Promise.all(answers)).toEqual([
    '{"data":{"book":{"id":"b1"}}}',
    '{"data":{"book":{"id":"b2"}}}',
  ])
})

import { describe, expect, test } from 'vitest'
import type { EngineLimits } from '../../../router/engine/limits.ts'
import { defaultLimits } from '../../../router/engine/limits.ts'
import { contextOf, startFederation } from './federation.ts'
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

const spreads = 'fragment F on Query { c: broken }'

test.each<[keyof EngineLimits, number, string]>([
  ['characters', 10, '{ broken # long }'],
  ['tokens', 5, '{ broken broken broken broken }'],
  ['nesting', 3, '{ person(id: "p1") { friend { friend { id } } } }'],
  ['nesting', 6, '{ ... { ... { ... { ... { ... { ... { broken } } } } } } }'],
  [
    'nesting',
    4,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { broken }',
  ],
  ['definitions', 2, `{ broken ...F } ${spreads} fragment G on Query { broken }`],
  ['variables', 1, 'query ($a: ID!, $b: ID!) { a: person(id: $a) { id } b: person(id: $b) { id } }'],
  ['depth', 3, '{ person(id: "p1") { friend { friend { id } } } }'],
  ['depth', 3, '{ person(id: "p1") { ...F } } fragment F on Person { friend { friend { id } } }'],
  ['rootFields', 3, `{ a: broken b: broken ...F ... { d: broken } } ${spreads}`],
  ['aliases', 2, `{ a: broken b: broken ...F } ${spreads}`],
  ['fields', 3, '{ ...F ...F } fragment F on Query { broken broken }'],
  [
    'directives',
    3,
    '{ a: broken @skip(if: false) @include(if: true) b: broken @skip(if: false) @include(if: true) }',
  ],
  ['directivesInOnePlace', 1, '{ broken @skip(if: false) @include(if: true) }'],
  [
    'directivesInOnePlace',
    1,
    '{ broken ...F @skip(if: true) @include(if: true) } fragment F on Query { broken }',
  ],
  ['overlaps', 5, '{ broken broken broken broken }'],
  ['overlaps', 5, '{ ...F ...F } fragment F on Query { person(id: "p1") { id } person(id: "p1") { id } }'],
  ['overlaps', 5, '{ broken } fragment F on Query { broken broken broken broken }'],
  ['introspections', 1, '{ a: __type(name: "Query") { name } ... { b: __type(name: "Query") { name } } }'],
])('at most so many %s (%i): %s', async (limit, maximum, query) => {
  const { ask, requests } = await startFederation(library, { limits: { [limit]: maximum } })
  const { errors } = await ask(query)
  expect(errors).toEqual([
    {
      message: expect.stringContaining(String(maximum)),
      extensions: { code: 'QUERY_TOO_COMPLEX', limit, maximum },
    },
  ])
  expect(requests()).toEqual({ books: 0, people: 0 })
})

describe('variables are bounded before anything walks through them', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown
  test.each<[keyof EngineLimits, number, unknown]>([
    ['valueDepth', 3, nested(3)],
    ['valueDepth', 20, nested(500_000)],
    ['values', 5, [1, 2, 3, 4, 5]],
    ['valueCharacters', 100, 'x'.repeat(100)],
  ])('%s of %i', async (limit, maximum, id) => {
    const { ask } = await startFederation(library, { limits: { [limit]: maximum } })
    const { errors } = await ask('query ($id: ID!) { person(id: $id) { id } }', { id })
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'QUERY_TOO_COMPLEX', limit, maximum },
    ])
  })

  test.each(['{"id": {"__proto__": {"a": 1}}}', '{"id": {"constructor": {"prototype": {"a": 1}}}}'])(
    'what would reach a prototype is refused: %s',
    async (text) => {
      const { ask } = await startFederation(library)
      const { errors } = await ask('query ($id: ID!) { person(id: $id) { id } }', JSON.parse(text))
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
      expect(({} as { a?: unknown }).a).toBeUndefined()
    },
  )
})

test('an operation kept for those who may ask it is refused to those who may not, and the other way round', async () => {
  const { engine, ask } = await startFederation(library)
  const query = '{ a: broken b: broken }'
  const tight = { ...defaultLimits, aliases: 1 }
  const refusedCode = (answer: string) =>
    (JSON.parse(answer) as { errors: { extensions: object }[] }).errors[0]
  const asTight = () => engine.execute({ query }, contextOf(), tight)
  expect(refusedCode(await asTight())).toMatchObject({ extensions: { limit: 'aliases', maximum: 1 } })
  expect((await ask(query)).data).toEqual({ a: null, b: null })
  expect(refusedCode(await asTight())).toMatchObject({ extensions: { limit: 'aliases', maximum: 1 } })
})

test('mistakes are answered with ten errors at most, and without names where they are hidden', async () => {
  const { ask } = await startFederation(library, { suggestions: false })
  const mistakes = Array.from({ length: 500 }, (_, n) => `brokn${n}`).join(' ')
  const { errors } = await ask(`{ ${mistakes} }`)
  expect(errors?.length).toBeLessThanOrEqual(11)
  expect(JSON.stringify(errors)).not.toMatch(/Did you mean|"broken/)
  const open = await startFederation(library)
  expect(JSON.stringify(await open.ask('{ brokn }'))).toContain('Did you mean')
})

test.each([
  ['what is not GraphQL', 'GRAPHQL_PARSE_FAILED', '{ books { '],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    '{ books { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }',
  ],
  ['an alias that every object has', 'GRAPHQL_VALIDATION_FAILED', '{ books { __proto__: author { id } } }'],
  ['another one', 'GRAPHQL_VALIDATION_FAILED', '{ books { constructor: author { id } } }'],
  ['such a variable', 'GRAPHQL_VALIDATION_FAILED', 'query ($toString: ID!) { person(id: $toString) { id } }'],
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

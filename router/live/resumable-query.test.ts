import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { ResumableQuery } from './resumable-query.ts'

const schema = buildSchema(`
  type Query { ok: Boolean }
  type Message { id: ID! replies(after: String, first: Int): [Message!]! }
  type Subscription { messageAdded(id: ID!, after: String): Message! }
`)

const cases = [
  ['no cursor', 'subscription { messageAdded(id: "1") { id } }', {}, undefined],
  ['a literal', 'subscription { messageAdded(id: "1", after: "c1") { id } }', {}, 'c1'],
  ['a variable', 'subscription ($a: String) { messageAdded(id: "1", after: $a) { id } }', { a: 'c2' }, 'c2'],
  [
    'a variable without value',
    'subscription ($a: String) { messageAdded(id: "1", after: $a) { id } }',
    {},
    undefined,
  ],
  ['null', 'subscription { messageAdded(id: "1", after: null) { id } }', {}, undefined],
  [
    'a variable that a nested field uses too',
    'subscription ($id: ID!, $a: String, $n: Int) { messageAdded(id: $id, after: $a) { replies(after: $a, first: $n) { id } } }',
    { id: '1', a: 'c3', n: 2 },
    'c3',
  ],
] as const

describe.each(cases)('a subscription with %s', (_name, query, variables, cursor) => {
  const one = ResumableQuery.of(query)

  test('tells its cursor', () => {
    expect(one.cursorIn(variables)).toBe(cursor)
  })

  test('goes on behind another one, or at the end, and is still valid', () => {
    const resumed = one.payload(variables, 'later')
    expect(validate(schema, parse(resumed.query))).toEqual([])
    expect(ResumableQuery.of(resumed.query).cursorIn(resumed.variables)).toBe('later')
    const fromNow = one.payload(variables, undefined)
    expect(ResumableQuery.of(fromNow.query).cursorIn(fromNow.variables)).toBeUndefined()
    expect(fromNow.query).toBe(resumed.query)
  })
})

test('wherever they begin, those who ask for the same ask by the same text', () => {
  const texts = cases.slice(1, 5).map(([, query, variables]) => {
    const payload = ResumableQuery.of(query).payload(variables, undefined)
    return JSON.stringify(payload)
  })
  expect(new Set(texts.filter((text) => !text.includes('$a'))).size).toBe(1)
})

test('arguments of nested fields stay as they were', () => {
  const [, query, variables] = cases[5]
  const resumed = ResumableQuery.of(query).payload(variables, 'later')
  expect(resumed.query).toContain('replies(after: $a, first: $n)')
  expect(resumed.variables).toEqual({ ...variables, throughlineAfter: 'later' })
})

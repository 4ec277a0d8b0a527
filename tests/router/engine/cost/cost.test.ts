import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { readCostDirectives } from '../../../../router/engine/cost/cost-directives.ts'
import type { JsonObject } from '../../../../router/engine/json.ts'
import { contextOf } from '../federation.ts'
import { costOf, prepared, shop } from './shop.ts'

const engine = shop()

test.each<[string, number, string, JsonObject?]>([
  ['scalars are free', 1, '{ product(id: 1) { id name } }'],
  ['a weight on a field', 1 + 5, '{ product(id: 1) { price } }'],
  ['a weight on an enum type', 1 + 4, '{ product(id: 1) { tint } }'],
  ['a weight on an object type', 9, '{ rare { id } }'],
  ['a weight instead of the object’s own 1', 20 + 1, '{ heavy { maker { name } } }'],
  ['a list of unknown length counts as 10', 10 * (1 + 5), '{ plain { price } }'],
  ['an assumed size', 7, '{ assumed { id } }'],
  ['a list in a list', 7 * (1 + 10 * 1), '{ assumed { parts { id } } }'],
  [
    'a connection by its slicing argument',
    1 + 3 * (1 + 1),
    '{ products(first: 3) { edges { node { id } } total } }',
  ],
  [
    'both lists of a connection',
    1 + 3 * (1 + 1) + 3 * 1,
    '{ products(first: 3) { edges { node { id } } nodes { id } } }',
  ],
  ['its default', 1 + 5, '{ products { nodes { id } } }'],
  ['null in place of it: the assumed size', 1 + 5, '{ products(first: null) { nodes { id } } }'],
  ['a variable', 1 + 40, 'query ($n: Int) { products(first: $n) { nodes { id } } }', { n: 40 }],
  [
    'a variable that is not given: the default',
    1 + 5,
    'query ($n: Int) { products(first: $n) { nodes { id } } }',
  ],
  ['none at all', 1, '{ products(first: 0) { nodes { price } } }'],
  ['a negative one counts as none', 1, '{ products(first: -100) { nodes { price } } }'],
  ['of several the greatest', 8, '{ loose(first: 2, last: 8) { id } }'],
  ['of none the assumed size', 4, '{ loose { id } }'],
  ['an argument inside an input object', 9 + 1, '{ found(filter: { max: 9 }) { id } }'],
  ['its default there', 6 + 1 + 2, '{ found(filter: { words: ["a"] }) { id } }'],
  ['a weight on an argument', 1 + 3, '{ search(text: "a") { id } }'],
  ['an input object and a weight inside', 1 + 1 + 2 * 2, '{ search(filter: { words: ["a", "b"] }) { id } }'],
  ['a list of input objects', 1 + 3, '{ search(many: [{}, {}, {}]) { id } }'],
  ['a mutation', 10 + 1 + 1, 'mutation { save(input: { id: 1 }) { id } }'],
  [
    'two of them',
    2 * (10 + 1 + 1),
    'mutation { a: save(input: { id: 1 }) { id } b: save(input: { id: 2 }) { id } }',
  ],
  [
    'input objects by variable, however nested',
    10 + 10 + 4,
    'mutation ($i: [ProductInput!]!) { saveAll(inputs: $i) { id } }',
    { i: [{ id: 1, parts: [{ id: 2 }, { id: 3 }] }, { id: 4 }] },
  ],
  ['one event of a subscription', 1, 'subscription { changed { id } }'],
  [
    'the dearest type of a union',
    10 * (1 + 3 * (1 + 5)),
    '{ things { ... on Maker { name } ... on Product { price } ... on Box { inside { price } } } }',
  ],
  ['what an interface shares', 10 * (1 + 5), '{ items { price } }'],
  ['fields under one key once', 1 + 5, '{ product(id: 1) { price } product(id: 1) { price id } }'],
  ['fields under two keys twice', 2 * (1 + 5), '{ a: product(id: 1) { price } b: product(id: 1) { price } }'],
  ['what is skipped is free', 0, '{ product(id: 1) @skip(if: true) { price } }'],
  [
    'what a variable leaves out',
    9,
    'query ($x: Boolean!) { heavy @include(if: $x) { id } rare { id } }',
    { x: false },
  ],
  [
    'what a variable lets in',
    29,
    'query ($x: Boolean!) { heavy @include(if: $x) { id } rare { id } }',
    { x: true },
  ],
  ['names of types', 0, '{ __typename }'],
  ['introspection has limits of its own', 0, '{ __schema { types { name fields { name } } } }'],
])('%s: %i', (_what, cost, query, variables) => {
  expect(costOf(engine, query, variables)).toBe(cost)
})

test('costs that pass all numbers are still numbers, and too high', async () => {
  const query = `{ products(first: 2147483647) { nodes { ${'parts { '.repeat(40)} id ${'} '.repeat(40)} } } }`
  expect(costOf(engine, query)).toBe(Number.MAX_SAFE_INTEGER)
  // 0 × infinity would be no number, and pass
  expect(costOf(engine, query.replace('2147483647', '0'))).toBe(1)
  const limited = shop({ cost: 1_000_000 })
  const { errors } = JSON.parse(await limited.execute({ query }, contextOf())) as { errors: object[] }
  expect(errors).toMatchObject([{ extensions: { code: 'COST_TOO_HIGH', maximum: 1_000_000 } }])
})

test('a request is refused by its own variables, with the estimate and the maximum', async () => {
  const limited = shop({ cost: 30 })
  const query = 'query ($n: Int) { products(first: $n) { nodes { id } } }'
  const ask = async (n: number) =>
    JSON.parse(await limited.execute({ query, variables: { n } }, contextOf())) as { errors?: object[] }
  expect((await ask(29)).errors?.[0]).not.toMatchObject({ extensions: { code: 'COST_TOO_HIGH' } })
  expect((await ask(30)).errors).toEqual([
    {
      message: 'The operation is estimated to cost 31; at most 30 are allowed',
      extensions: { code: 'COST_TOO_HIGH', cost: 31, maximum: 30 },
    },
  ])
})

test.each([
  ['{ strict { id } }', true],
  ['{ strict(first: 1) { id } }', false],
  ['{ strict(first: 1, last: 1) { id } }', true],
  ['{ strict(first: 1, last: null) { id } }', false],
  ['query ($n: Int) { strict(first: $n) { id } }', true],
  ['{ found { id } }', true],
])('exactly one slicing argument where one is required: %s', async (query, refused) => {
  const { errors } = JSON.parse(await engine.execute({ query }, contextOf())) as {
    errors?: { message: string }[]
  }
  expect(Boolean(errors?.some(({ message }) => message.includes('exactly one')))).toBe(refused)
})

test('without variables the cost is known once and for all', () => {
  expect(prepared(engine, '{ products(first: 3) { nodes { price } } }').cost.formula).toBe(1 + 3 * 6)
})

test.each([
  [
    'renamed',
    'import: [{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@length" }]',
    'price',
    'length',
  ],
  ['namespaced', 'import: ["@key"]', 'federation__cost', 'federation__listSize'],
])('the directives %s', (_how, link, cost, listSize) => {
  const other = shop(undefined, { link, cost, listSize })
  expect(costOf(other, '{ heavy { price } }')).toBe(25)
  expect(costOf(other, '{ assumed { id } }')).toBe(7)
})

test.each([
  ['', 'cost', 'cost__listSize'],
  ['as: "demand"', 'demand', 'demand__listSize'],
  ['as: "demand", import: ["@cost", { name: "@listSize", as: "@length" }]', 'cost', 'length'],
])('a supergraph that links them with %s', (link, cost, listSize) => {
  const { weights, listSizes } = readCostDirectives(
    parse(`schema @link(url: "https://specs.apollo.dev/cost/v0.1", ${link}) { query: Query }
      type Query { a: Int @${cost}(weight: 3) @other(weight: 4)  b: [Int] @${listSize}(assumedSize: 5) }`),
  )
  expect([...weights]).toEqual([['Query.a', 3]])
  expect([...listSizes.keys()]).toEqual(['Query.b'])
})

test('abstract types within each other are estimated once for each type, not once for each way down', () => {
  // 2^20 ways down
  const query = `{ items { ${'related { '.repeat(19)} id ${'} '.repeat(19)} } }`
  expect(costOf(engine, query)).toBe(Number.MAX_SAFE_INTEGER)
  expect(costOf(engine, query.replace('items', 'items @skip(if: true)'))).toBe(0)
  const short = `{ items { ${'related { '.repeat(3)} price ${'} '.repeat(3)} } }`
  expect(costOf(engine, short)).toBe(10 * (1 + 10 * (1 + 10 * (1 + 10 * (1 + 5)))))
})

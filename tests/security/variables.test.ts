import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type AttackedSystem, codesOf, send, startAttackedSystem, stillServes } from './attacked-system.ts'
import { besideABystander, heldBytes } from './bystander.ts'

let attacked: AttackedSystem
beforeAll(async () => {
  attacked = await startAttackedSystem()
})
afterAll(() => attacked?.stop())
afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})

const query = 'query ($data: JSON, $filter: Filter) { echo(data: $data, filter: $filter) }'
const body = (variables: string) => `{"query":${JSON.stringify(query)},"variables":${variables}}`
const nested = (levels: number, open: string, close: string, inside = '') =>
  `${open.repeat(levels)}${inside}${close.repeat(levels)}`

const tooComplex = 'QUERY_TOO_COMPLEX'
const wrong = 'BAD_USER_INPUT'

const attacks: [name: string, code: string, body: string][] = [
  ['lists a hundred thousand deep', tooComplex, body(`{"data":${nested(100_000, '[', ']')}}`)],
  ['objects as deep', tooComplex, body(`{"data":${nested(100_000, '{"a":', '}', '1')}}`)],
  ['input objects that hold themselves', tooComplex, body(`{"filter":${nested(40, '{"all":[', ']}')}}`)],
  ['a list of a hundred thousand', tooComplex, body(`{"data":[${'0,'.repeat(100_000)}0]}`)],
  ['input objects by the thousand', tooComplex, body(`{"filter":{"all":[${'{},'.repeat(20_000)}{}]}}`)],
  ['a string of a megabyte, nearly', tooComplex, body(`{"data":"${'x'.repeat(900_000)}"}`)],
  ['a name of that length', tooComplex, body(`{"data":{"${'x'.repeat(900_000)}":1}}`)],
  [
    'variables that no operation declares',
    tooComplex,
    body(`{${Array.from({ length: 20_000 }, (_, n) => `"v${n}":1`).join(',')}}`),
  ],
  ['a prototype', wrong, body('{"data":{"__proto__":{"polluted":1}}}')],
  ['a prototype in a list', wrong, body('{"data":[[{"__proto__":{"polluted":1}}]]}')],
  ['a prototype instead of variables', wrong, body('{"__proto__":{"data":{"polluted":1}}}')],
  ['a constructor’s prototype', wrong, body('{"data":{"constructor":{"prototype":{"polluted":1}}}}')],
  ['a field of the prototype in an input object', wrong, body('{"filter":{"toString":{"polluted":1}}}')],
  ['a list for an input object’s text', wrong, body('{"filter":{"text":["a"]}}')],
  ['a list of variables', wrong, body('[1]')],
  ['variables as text', wrong, body('"{}"')],
  ['a batch', wrong, `[${body('{}')},${body('{}')}]`],
  ['a batch of thousands', wrong, `[${'{"query":"{ whoAmI }"},'.repeat(20_000)}{}]`],
  ['null', wrong, 'null'],
  ['a list deeper than any', wrong, nested(200_000, '[', ']')],
  ['what is not JSON', wrong, '{"query":'],
  ['a query that is none', wrong, '{"query":{"kind":"Document"}}'],
  ['a name that is none', wrong, '{"query":"{ whoAmI }","operationName":{"a":1}}'],
  [
    'the name of nothing',
    'OPERATION_RESOLUTION_FAILURE',
    '{"query":"{ whoAmI }","operationName":"__proto__"}',
  ],
]

test.each(attacks)('%s: refused', async (_name, code, text) => {
  const answer = await send(attacked.url, attacked.staff, text)
  expect(answer.status).toBeLessThan(500)
  expect(codesOf(answer)[0]).toBe(code)
  expect(answer.text.length).toBeLessThan(2_000)
  expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:/)
})

test('more than the door lets in is refused before it is read', async () => {
  const answer = await send(attacked.url, attacked.staff, body(`{"data":"${'x'.repeat(2_000_000)}"}`))
  expect(answer.status).toBe(413)
})

test('all of them at once hold up nobody else', async () => {
  await besideABystander(attacked, async () => {
    const answers = await Promise.all(attacks.map(([, , text]) => send(attacked.url, attacked.staff, text)))
    expect(answers.map((answer) => codesOf(answer)[0])).toEqual(attacks.map(([, code]) => code))
  })
})

test.each([
  ['{"first": 2147483648}', 'BAD_USER_INPUT'],
  ['{"first": 1e400}', 'BAD_USER_INPUT'],
  ['{"first": -1e400}', 'BAD_USER_INPUT'],
  ['{"first": 0.1}', 'BAD_USER_INPUT'],
  ['{"first": "1"}', 'BAD_USER_INPUT'],
  ['{"first": [1]}', 'BAD_USER_INPUT'],
  ['{"first": {"toString": 1}}', 'BAD_USER_INPUT'],
  ['{"first": 2147483647}', 'COST_TOO_HIGH'],
])('numbers that are none, or too many: %s', async (variables, code) => {
  const numbers = 'query ($first: Int) { customers { friends(first: $first) { id } } }'
  const answer = await send(
    attacked.url,
    attacked.staff,
    `{"query":${JSON.stringify(numbers)},"variables":${variables}}`,
  )
  expect(codesOf(answer)).toEqual([code])
})

test('what a scalar of any shape may hold comes back as it went', async () => {
  const data = {
    constructor: 'c',
    prototype: [1],
    toString: 't',
    hasOwnProperty: null,
    text: '\u0000 \u2028 \ud800 🙂',
  }
  const answer = await send(attacked.url, attacked.staff, body(JSON.stringify({ data })))
  expect(JSON.parse(answer.text)).toEqual({ data: { echo: JSON.parse(JSON.stringify(data)) as unknown } })
})

test('a visitor may send less', async () => {
  const own = 'query ($id: ID!) { conversation(id: $id) { id } }'
  const ask = (id: string) =>
    send(attacked.url, attacked.visitor, JSON.stringify({ query: own, variables: { id } }))
  expect(codesOf(await ask('x'.repeat(10_000)))).toEqual([])
  expect(codesOf(await ask('x'.repeat(30_000)))).toEqual([tooComplex])
})

test('floods of variables leave nothing behind', async () => {
  const flood = async () => {
    for (let n = 0; n < 30; n++) {
      await send(attacked.url, attacked.staff, body(`{"data":"${`${n} `.repeat(200_000)}"}`))
    }
  }
  await flood()
  const before = heldBytes()
  await flood()
  expect(heldBytes() - before).toBeLessThan((30 * 400_000) / 2)
  expect(await stillServes(attacked)).toBe(true)
})

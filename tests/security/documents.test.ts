import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AttackedSystem, codesOf, countPlans, send, startAttackedSystem } from './attacked-system.ts'
import { besideABystander, heldBytes } from './bystander.ts'

let attacked: AttackedSystem
beforeAll(async () => {
  attacked = await startAttackedSystem()
})
afterAll(() => attacked?.stop())

const list = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ')

/** Fragments that each spread the next twice. */
const doubling = (count: number) =>
  `{ ...F0 } ${list(count, (n) => `fragment F${n} on Query { ${n === count - 1 ? 'whoAmI' : `...F${n + 1} ...F${n + 1}`} }`)}`

const chain = (count: number) =>
  `{ ...F0 } ${list(count, (n) => `fragment F${n} on Query { ${n === count - 1 ? 'whoAmI' : `...F${n + 1}`} }`)}`

const nested = (levels: number, open: string, close: string, inside: string) =>
  `${open.repeat(levels)}${inside}${close.repeat(levels)}`

const tooComplex = 'QUERY_TOO_COMPLEX'
const invalid = 'GRAPHQL_VALIDATION_FAILED'
const unreadable = 'GRAPHQL_PARSE_FAILED'

/** What was done to other servers: where it is known by a number, it is named by it. */
const attacks: [name: string, code: string, document: string][] = [
  ['fragments that double (CVE-2025-32034, CVE-2025-32030, CVE-2022-31173)', tooComplex, doubling(30)],
  ['more fields than 64 bits can count (CVE-2025-32033)', tooComplex, doubling(45)],
  ['a chain of fragments (CVE-2025-32032, CVE-2025-31496)', tooComplex, chain(1_000)],
  ['a short chain, but deeper than selections may be', tooComplex, chain(45)],
  ['one field two thousand times (CVE-2023-26144)', tooComplex, `{ ${'whoAmI '.repeat(2_000)} }`],
  [
    'the same through inline fragments (GHSA-fc86-6rv6-2jpm)',
    tooComplex,
    `{ ${'... { whoAmI } '.repeat(600)} }`,
  ],
  ['the same through one fragment', tooComplex, `{ ${'...F '.repeat(500)} } fragment F on Query { whoAmI }`],
  ['the same below equal fields', tooComplex, `{ ${'customers { name id } '.repeat(300)} }`],
  [
    'the same in a fragment that nothing spreads',
    tooComplex,
    `{ whoAmI } fragment F on Query { ${'whoAmI '.repeat(900)} }`,
  ],
  ['aliases (alias overloading, OWASP batching)', tooComplex, `{ ${list(600, (n) => `a${n}: whoAmI`)} }`],
  [
    'a brute force in one request',
    tooComplex,
    `mutation { ${list(200, (n) => `a${n}: setPresence(status: "${n}")`)} }`,
  ],
  ['directives that nobody knows (CVE-2024-47614)', tooComplex, `{ whoAmI ${'@no '.repeat(900)} }`],
  [
    'directives that everybody knows (CVE-2022-37734)',
    tooComplex,
    `{ whoAmI ${'@include(if: true) '.repeat(300)} }`,
  ],
  ['directives on the operation', tooComplex, `query ${'@no '.repeat(500)} { whoAmI }`],
  ['many operations', tooComplex, list(300, (n) => `query Q${n} { whoAmI }`)],
  ['many fragments', tooComplex, `{ whoAmI } ${list(300, (n) => `fragment F${n} on Query { whoAmI }`)}`],
  ['many variables', tooComplex, `query (${list(400, (n) => `$v${n}: Int`)}) { whoAmI }`],
  ['depth', tooComplex, nested(30, '{ friends ', '}', '{ id }')],
  ['depth without fields', tooComplex, nested(300, '{ ... ', '}', '{ whoAmI }')],
  ['braces that never close (CVE-2022-37315, GHSA-r7cg-qjjm-xhqq)', tooComplex, '{a'.repeat(20_000)],
  ['ten thousand of them that do', tooComplex, nested(10_000, '{a', '}', '')],
  ['nested lists as a value', tooComplex, `{ echo(data: ${nested(10_000, '[', ']', '')}) }`],
  ['nested objects as a value', tooComplex, `{ echo(data: ${nested(5_000, '{a:', '}', '1')}) }`],
  ['nested list types', tooComplex, `query ($a: ${nested(10_000, '[', ']', 'Int')}) { whoAmI }`],
  ['more tokens than a person writes', tooComplex, `{ ${list(3_000, (n) => `f${n}`)} }`],
  ['nothing but commas', tooComplex, ','.repeat(200_000)],
  ['a comment of a book’s length', tooComplex, `{ whoAmI } #${'x'.repeat(200_000)}`],
  ['a name of that length', tooComplex, `{ ${'n'.repeat(200_000)} }`],
  [
    'a number with forty thousand digits',
    invalid,
    `{ customers { friends(first: ${'9'.repeat(40_000)}) { id } } }`,
  ],
  ['a string that never ends', unreadable, `{ echo(data: "${'x'.repeat(40_000)}) }`],
  ['a block string that never ends', unreadable, `{ echo(data: """${'" '.repeat(20_000)}`],
  ['what is no text', unreadable, '\u0000\u0001\uffff\ud800'],
  ['an escape beyond Unicode', unreadable, '{ echo(data: "\\u{110000}") }'],
  ['half a surrogate pair', unreadable, '{ echo(data: "\\uD800") }'],
  ['an empty document', unreadable, ' '],
  ['fragments in a circle', invalid, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['a fragment in itself, many times', invalid, `{ ...A } fragment A on Query { ${'...A '.repeat(400)} }`],
  ['a flood of mistakes', invalid, `{ customers { ${list(900, (n) => `nothing${n}`)} } }`],
  [
    'names that come near many others',
    invalid,
    `{ customers { ${list(900, (n) => `name${'e'.repeat(n % 40)}${n}`)} } }`,
  ],
  ['a schema of its own', invalid, 'type Query { whoAmI: String } extend type Person { secret: String }'],
  ['an alias into the prototype', invalid, '{ __proto__: customers { constructor: name } }'],
  ['a variable of the prototype', invalid, 'query ($constructor: JSON) { echo(data: $constructor) }'],
]

test.each(attacks)('%s: refused', async (_name, code, document) => {
  const plans = countPlans()
  try {
    for (const token of [attacked.staff, attacked.visitor]) {
      const answer = await send(attacked.url, token, JSON.stringify({ query: document }))
      expect(answer.status).toBeLessThan(500)
      // a visitor may ask for less
      const expected = token === attacked.visitor ? [code, invalid, tooComplex] : [code]
      expect(expected).toContain(codesOf(answer)[0])
      expect(answer.text.length).toBeLessThan(3_000)
      expect(answer.text).not.toMatch(/Did you mean|\bat \S+ \(|node_modules|\.ts:/)
    }
    expect(plans.count).toBe(0)
  } finally {
    plans.stop()
  }
})

test('a refusal names the limit and where it lies', async () => {
  const query = `{ ${list(101, (n) => `a${n}: whoAmI`)} }`
  const { text } = await send(attacked.url, attacked.staff, JSON.stringify({ query }))
  expect(JSON.parse(text)).toEqual({
    errors: [
      {
        message: 'At most 30 root fields are allowed',
        extensions: { code: tooComplex, limit: 'rootFields', maximum: 30 },
      },
    ],
  })
})

test.each(['staff', 'visitor'] as const)('all of them at once, from %s, hold up nobody else', async (who) => {
  await besideABystander(attacked, async () => {
    const bodies = attacks.map(([, , document]) => JSON.stringify({ query: document }))
    const answers = await Promise.all(bodies.map((body) => send(attacked.url, attacked[who], body)))
    expect(answers.filter((answer) => !codesOf(answer).length)).toEqual([])
  })
})

test('documents of all kinds of text are answered in codes: the planner in Rust reads what the parser here reads', async () => {
  const ids = [
    '"a\\u00e9"',
    '"\\uD83D\\uDE00"',
    '"\\u{1F600}"',
    '"""\n  block\n  "text" \\""" 🙂\n"""',
    '1234567890123456789',
    '-0',
    '"\\u0000"',
    '"\t"',
  ]
  for (const id of ids) {
    const query = `\ufeff# 注释\r\n{ ,, a1_: conversation ( id : ${id} ) { id } , }`
    const answer = await send(attacked.url, attacked.staff, JSON.stringify({ query }))
    expect([answer.status, codesOf(answer)], id).toEqual([200, []])
  }
})

test('a number that the planner cannot hold is refused by it, in code', async () => {
  const query = '{ conversation(id: 12345678901234567890123) { id } }'
  const answer = await send(attacked.url, attacked.staff, JSON.stringify({ query }))
  expect([answer.status, codesOf(answer)]).toEqual([200, ['QUERY_PLAN_FAILED']])
})

describe('costs', () => {
  const friends = (first: number, levels: number) =>
    `{ customers { ${`friends(first: ${first}) { `.repeat(levels)} id ${'} '.repeat(levels)} } }`

  test('a short query for millions of objects is refused by its cost, and one for few is answered', async () => {
    const plans = countPlans()
    const few = await send(attacked.url, attacked.staff, JSON.stringify({ query: friends(3, 3) }))
    expect(codesOf(few)).toEqual([])
    expect(few.headers.get('x-operation-cost')).toBe(String(10 * (1 + 3 * (1 + 3 * (1 + 3)))))
    const before = attacked.system.customer.asked.entities
    const many = await send(attacked.url, attacked.staff, JSON.stringify({ query: friends(100, 8) }))
    expect(JSON.parse(many.text)).toMatchObject({
      errors: [{ extensions: { code: 'COST_TOO_HIGH', maximum: 10_000, cost: expect.any(Number) } }],
    })
    expect(attacked.system.customer.asked.entities).toBe(before)
    plans.stop()
  })

  test('also when a variable makes it so, in a subscription too (CVE-2026-30241)', async () => {
    const query = 'query ($n: Int) { customers { friends(first: $n) { friends(first: $n) { id } } } }'
    const ask = (n: number) => send(attacked.url, attacked.staff, JSON.stringify({ query, variables: { n } }))
    expect(codesOf(await ask(5))).toEqual([])
    expect(codesOf(await ask(2_000_000_000))).toEqual(['COST_TOO_HIGH'])
    const subscription = `subscription { messageAdded(conversationId: "c1") { author { ${'friends(first: 50) { '.repeat(5)} id ${'} '.repeat(5)} } } }`
    const refused = await send(attacked.url, attacked.staff, JSON.stringify({ query: subscription }), {
      accept: 'text/event-stream',
    })
    expect(refused.text).toContain('COST_TOO_HIGH')
  })

  test('who is no member of staff is not told what an answered operation costs', async () => {
    const query = '{ conversation(id: "1") { id } }'
    const answer = await send(attacked.url, attacked.visitor, JSON.stringify({ query }))
    expect([codesOf(answer), answer.headers.get('x-operation-cost')]).toEqual([[], null])
  })
})

test('documents without end do not fill the memory: neither refused nor accepted ones', async () => {
  const flood = async (round: number) => {
    for (let n = 0; n < 40; n++) {
      const comment = `#${`${round}-${n} `.repeat(4_000)}`.slice(0, 40_000)
      await send(attacked.url, attacked.staff, JSON.stringify({ query: `{ whoAmI } ${comment}` }))
      await send(attacked.url, attacked.staff, JSON.stringify({ query: `{ nothing } ${comment}` }))
    }
  }
  await flood(0)
  // as many characters as are kept at most are 4,000,000: two rounds more, and what came first is gone
  for (let round = 1; round <= 3; round++) await flood(round)
  const before = heldBytes()
  for (let round = 4; round <= 6; round++) await flood(round)
  const sent = 3 * 40 * 2 * 40_000
  expect(heldBytes() - before).toBeLessThan(sent / 2)
})

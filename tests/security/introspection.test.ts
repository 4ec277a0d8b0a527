import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Router } from '../../router/front/open-router.ts'
import { partnerKey, post } from '../router/front/person.ts'
import { type AttackedSystem, codesOf, send, startAttackedSystem } from './attacked-system.ts'
import { besideABystander } from './bystander.ts'

let attacked: AttackedSystem
/** The same system with its schema open, as for development. */
let open: Router
let apiKey: string
beforeAll(async () => {
  attacked = await startAttackedSystem()
  open = await attacked.system.anotherRouter({ ALLOW_INTROSPECTION: 'true' })
  apiKey = (await partnerKey(attacked.url)).key
})
afterAll(() => attacked?.stop())

const asPartner = async (query: string, url = attacked.url) => {
  const response = await post(`${url}/partner/graphql`, { query }, undefined, { 'x-api-key': apiKey })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const asked = [
  getIntrospectionQuery().replaceAll(/\s+/g, ' '),
  '{ __schema { types { name } } }',
  '{ __type(name: "Person") { fields { name } } }',
  '{ whoAmI ...F } fragment F on Query { a: __schema { queryType { name } } }',
  'query ($no: Boolean = false) { conversation(id: "1") { id } ... @include(if: $no) { __schema { types { name } } } }',
  'mutation { __schema { types { name } } }',
  '{ __schema @skip(if: true) { types { name } } conversation(id: "1") { id } }',
]

describe('where the schema is closed', () => {
  test.each(asked)('nobody reads it: %s', async (query) => {
    const body = JSON.stringify({ query })
    for (const token of [undefined, attacked.visitor, attacked.staff]) {
      const answer = await send(attacked.url, token, body)
      expect(['UNAUTHENTICATED', 'FORBIDDEN', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX']).toContain(
        codesOf(answer)[0],
      )
      expect(answer.text).not.toMatch(/"data":\{|Person|customers/)
    }
    const partner = await asPartner(query)
    expect(codesOf(partner).length).toBeGreaterThan(0)
    expect(partner.text).not.toMatch(/"data":\{|customers|friends/)
  })

  test('nor by GET, by event stream, or by the playground', async () => {
    const query = encodeURIComponent('{ __schema { types { name } } }')
    const headers = { authorization: `Bearer ${attacked.visitor}` }
    const got = await fetch(`${attacked.url}/graphql?query=${query}`, { headers })
    expect(await got.text()).toContain('FORBIDDEN')
    const accept = 'text/event-stream'
    const streamed = await fetch(`${attacked.url}/graphql?query=${query}`, {
      headers: { ...headers, accept },
    })
    expect(await streamed.text()).toContain('FORBIDDEN')
    expect((await fetch(`${attacked.url}/playground/`)).status).toBe(404)
    expect((await fetch(`${attacked.url}/graphql?sdl`)).status).toBeGreaterThanOrEqual(400)
  })

  /** What does not parse, what does not exist, what exists: nobody can tell them apart. */
  const guesses = [
    '{ whoAmI }',
    '{ whoAmi }',
    '{ customers }',
    '{ customers { nme } }',
    '{ x: nothing(a: 1) }',
    '{ {',
    'query ($a: Filter) { echo(filter: $a) }',
    'mutation { setPresenc }',
  ]

  test('anybody without a token gets one answer to everything', async () => {
    const answers = await Promise.all(
      guesses.map((query) =>
        send(attacked.url, undefined, JSON.stringify({ query }), { 'x-request-id': 'same-for-all' }),
      ),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(codesOf(answers[0] as (typeof answers)[0])).toEqual(['UNAUTHENTICATED'])
  })

  test.each([
    ['{ customers { name } }', '{ custumers { name } }', /customers|custumers/],
    ['{ whoAmI }', '{ whoAmi }', /whoAmI|whoAmi/],
    ['mutation { setPresence(status: "A") }', 'mutation { setPresenco(status: "A") }', /setPresenc[eo]/],
    [
      'query ($a: Filter) { echo(filter: $a) }',
      'query ($a: Folter) { ecko(filter: $a) }',
      /Filter|Folter|ec[hk]o/,
    ],
    [
      '{ conversation(id: "1") { ... on Board { waiting } } }',
      '{ conversation(id: "1") { ... on Bored { waiting } } }',
      /Board|Bored/,
    ],
  ])(
    'a visitor cannot tell %s, which is not theirs, from what does not exist',
    async (exists, not, names) => {
      const ask = (query: string) =>
        send(attacked.url, attacked.visitor, JSON.stringify({ query }), { 'x-request-id': 'same-for-all' })
      const [theirs, nobodys] = await Promise.all([exists, not].map(ask))
      const bare = (text = '') => text.replaceAll(new RegExp(names, 'g'), 'NAME')
      expect(theirs?.text).toContain('GRAPHQL_VALIDATION_FAILED')
      expect(bare(theirs?.text)).toBe(bare(nobodys?.text))
    },
  )

  test.each([
    '{ whoAmi }',
    '{ customer }',
    '{ customers { nam } }',
    '{ conversation(idd: 1) { id } }',
    '{ conversations { texd } }',
  ])('no mistake is answered with names that come near: %s', async (query) => {
    const staff = await send(attacked.url, attacked.staff, JSON.stringify({ query }))
    expect(codesOf(staff).length).toBeGreaterThan(0)
    for (const { text } of [staff, await asPartner(query)]) expect(text).not.toContain('Did you mean')
    // the very same is answered with them where the schema is open: the test can fail
    const helped = await send(open.url, attacked.staff, JSON.stringify({ query }))
    expect(helped.text).toContain('Did you mean')
  })
})

describe('where the schema is open', () => {
  const circular = (levels: number) =>
    `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} } '.repeat(levels)} } } }`

  test('the ordinary query is answered, to anybody', async () => {
    const answer = await send(open.url, undefined, JSON.stringify({ query: getIntrospectionQuery() }))
    expect(answer.text).toContain('"name":"Person"')
  })

  test.each([
    ['circles (OWASP, GHSA of several servers)', circular(4)],
    ['deeper circles', circular(40)],
    [
      'circles through fragments',
      '{ __schema { types { ...T } } } fragment T on __Type { fields { type { fields { type { fields { type { fields { name } } } } } } } }',
    ],
    [
      'the schema many times',
      `{ ${Array.from({ length: 5 }, (_, n) => `a${n}: __schema { types { name } }`).join(' ')} }`,
    ],
    [
      'types many times',
      `{ __schema { ${Array.from({ length: 40 }, (_, n) => `a${n}: types { fields { name } }`).join(' ')} } }`,
    ],
  ])('%s are refused', async (_name, query) => {
    const answer = await send(open.url, undefined, JSON.stringify({ query }))
    expect(['QUERY_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']).toContain(codesOf(answer)[0])
    expect(answer.text.length).toBeLessThan(3_000)
  })

  test('a flood of allowed ones holds up nobody', async () => {
    const query = '{ __schema { types { fields { type { name } args { name } } } } }'
    await besideABystander({ ...attacked, url: open.url }, async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          send(open.url, undefined, JSON.stringify({ query: `${query} #${n}` })),
        ),
      )
    })
  })
})

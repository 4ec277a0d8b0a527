import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partnerKey, post } from '../router/front/person.ts'
import { type AttackedSystem, codesOf, send, startAttackedSystem } from './attacked-system.ts'

let attacked: AttackedSystem
let apiKey: string
beforeAll(async () => {
  attacked = await startAttackedSystem()
  apiKey = (await partnerKey(attacked.url)).key
})
afterAll(() => attacked?.stop())

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } })

type Ask = (body: object) => Promise<{ status: number; text: string; headers: Headers }>
const doors: [name: string, ask: Ask][] = [
  ['/graphql', (body) => send(attacked.url, attacked.staff, JSON.stringify(body))],
  [
    '/partner/graphql',
    async (body) => {
      const headers = { 'x-api-key': apiKey }
      const response = await post(`${attacked.url}/partner/graphql`, body, undefined, headers)
      return { status: response.status, text: await response.text(), headers: response.headers }
    },
  ],
]

describe.each(doors)('at %s', (_door, ask) => {
  const allowed = '{ conversation(id: "own") { id } }'

  test('a document cannot be kept under another one’s hash', async () => {
    const victim = '{ conversation(id: "victim") { id } }'
    const poison = await ask({ query: allowed, extensions: persisted(hashOf(victim)) })
    expect(codesOf(poison).length).toBeGreaterThan(0)
    expect(poison.text).not.toContain('"data":{')
    const asked = await ask({ extensions: persisted(hashOf(victim)) })
    expect(codesOf(asked)).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
  })

  test.each([
    ['__proto__', 1],
    ['constructor', 1],
    ['', 1],
    ['x'.repeat(100_000), 1],
    [`${'0'.repeat(63)}\n`, 1],
    [{ a: 1 }, 1],
    [['0'.repeat(64)], 1],
    ['0'.repeat(64), 2],
    ['0'.repeat(64), '1'],
  ])('what is no hash is refused, or names nothing', async (hash, version) => {
    const answer = await ask({ extensions: persisted(hash, version) })
    expect(answer.status).toBeLessThan(500)
    expect(codesOf(answer).length).toBeGreaterThan(0)
    expect(answer.text.length).toBeLessThan(2_000)
  })

  test('what is beyond the limits is not let in by its hash', async () => {
    const bomb = `{ ${'conversation(id: "1") { id } '.repeat(200)} }`
    const extensions = persisted(hashOf(bomb))
    expect(codesOf(await ask({ query: bomb, extensions }))).toEqual(['QUERY_TOO_COMPLEX'])
    const again = await ask({ extensions })
    expect(['PERSISTED_QUERY_NOT_FOUND', 'QUERY_TOO_COMPLEX']).toContain(codesOf(again)[0])
  })
})

test('what staff have kept, a visitor may ask for by its hash only within their own rights and limits', async () => {
  const secret = '{ customers { name } }'
  const extensions = persisted(hashOf(secret))
  const [, asStaff] = doors[0] as (typeof doors)[0]
  expect(codesOf(await asStaff({ query: secret, extensions }))).toEqual([])
  const stolen = await send(attacked.url, attacked.visitor, JSON.stringify({ extensions }))
  expect(codesOf(stolen)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  const large = `{ conversation(id: "1") { id ${'text '.repeat(30)} } }`
  const kept = persisted(hashOf(large))
  expect(codesOf(await asStaff({ query: large, extensions: kept }))).toEqual([])
  const asVisitor = await send(attacked.url, attacked.visitor, JSON.stringify({ extensions: kept }))
  expect(codesOf(asVisitor)).toEqual(['QUERY_TOO_COMPLEX'])
})

test('nobody without a token learns whether a document is kept', async () => {
  const known = '{ conversation(id: "known") { id } }'
  const [, asStaff] = doors[0] as (typeof doors)[0]
  await asStaff({ query: known, extensions: persisted(hashOf(known)) })
  const answers = await Promise.all(
    [known, '{ unknown }'].map((text) =>
      send(attacked.url, undefined, JSON.stringify({ extensions: persisted(hashOf(text)) }), {
        'x-request-id': 'same-for-all',
      }),
    ),
  )
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
})

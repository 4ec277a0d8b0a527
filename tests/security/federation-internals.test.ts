import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSocket } from '../router/front/live-client.ts'
import { partnerKey, post } from '../router/front/person.ts'
import { type AttackedSystem, codesOf, send, startAttackedSystem } from './attacked-system.ts'

let attacked: AttackedSystem
let apiKey: string
beforeAll(async () => {
  attacked = await startAttackedSystem()
  apiKey = (await partnerKey(attacked.url)).key
})
afterAll(() => attacked?.stop())

describe('what subgraphs have for the router only', () => {
  test.each([
    '{ _service { sdl } }',
    '{ _entities(representations: [{ __typename: "Person", id: "p1" }]) { ... on Person { name } } }',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    '{ ...F } fragment F on _Service { sdl }',
    '{ __schema { directives { name } } _service { sdl } }',
    '{ conversation(id: "1") { ... on _Entity { __typename } } }',
  ])('is not to be had from outside, by any way in: %s', async (query) => {
    const before = { ...attacked.system.customer.asked }
    const body = JSON.stringify({ query, variables: { r: [{ __typename: 'Person', id: 'p1' }] } })
    for (const token of [undefined, attacked.visitor, attacked.staff]) {
      const answer = await send(attacked.url, token, body)
      expect(codesOf(answer).length).toBeGreaterThan(0)
      expect(answer.text).not.toMatch(/"data":\{|Person p1|extend schema/)
    }
    const partner = await post(`${attacked.url}/partner/graphql`, { query }, undefined, {
      'x-api-key': apiKey,
    })
    expect(await partner.text()).not.toMatch(/"data":\{|Person p1|extend schema/)
    expect(attacked.system.customer.asked).toEqual(before)
  })

  test('nor over WebSocket', async () => {
    const { socket, acknowledged } = await openSocket(attacked.url, { token: attacked.staff })
    await acknowledged
    const answered = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"{ _service { sdl } }"}}')
    expect(await answered).toMatch(/^\{"id":"1","type":"error"/)
    socket.terminate()
  })
})

describe('the identity that the router vouches for', () => {
  const whoAmI = JSON.stringify({ query: '{ conversation(id: "1") { text } }' })

  test.each([
    ['x-throughline-identity', 'forged'],
    ['X-THROUGHLINE-IDENTITY', 'forged'],
    ['x-forwarded-user', 'admin'],
    ['x-throughline-viewer', '{"kind":"service","id":"router"}'],
  ])('cannot be brought along in %s', async (name, value) => {
    const answer = await send(attacked.url, attacked.visitor, whoAmI, { [name]: value })
    expect(answer.text).toMatch(/"text":"visitor /)
  })

  test('is what subgraphs ask for: nobody reaches them past the router', async () => {
    const { url } = attacked.system.subgraph()
    for (const identity of [undefined, 'forged', attacked.staff]) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(identity ? { 'x-throughline-identity': identity } : {}),
        },
        body: '{"query":"{ _service { sdl } }"}',
      })
      expect(response.status).toBe(401)
    }
  })

  test('does not come from the extensions of a request', async () => {
    const answer = await send(
      attacked.url,
      attacked.visitor,
      JSON.stringify({
        query: '{ conversation(id: "1") { text } }',
        extensions: { 'x-throughline-identity': 'forged', viewer: { kind: 'service' } },
      }),
    )
    expect(answer.text).toMatch(/"text":"visitor /)
  })
})

describe('rights are those of all that is asked, not of what is answered', () => {
  test.each([
    [
      'left out by a variable',
      'query ($x: Boolean!) { customers @include(if: $x) { name } conversation(id: "1") { id } }',
      { x: false },
    ],
    [
      'let in by one',
      'query ($x: Boolean!) { customers @skip(if: $x) { name } conversation(id: "1") { id } }',
      { x: false },
    ],
    ['skipped twice', '{ customers @skip(if: false) @include(if: true) { name } }', {}],
    ['under an allowed name', '{ conversation: customers { name } }', {}],
    [
      'in a fragment of a fragment',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { customers { name } }',
      {},
    ],
    [
      'beside another operation',
      'query A { conversation(id: "1") { id } } query B { customers { name } }',
      {},
    ],
  ])('a visitor gets nothing that is %s', async (_how, query, variables) => {
    for (const operationName of [null, 'B']) {
      const answer = await send(
        attacked.url,
        attacked.visitor,
        JSON.stringify({ query, variables, operationName }),
      )
      expect(answer.text).not.toContain('Person p1')
      expect(codesOf(answer).length).toBeGreaterThan(0)
    }
  })
})

import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createIdentitySigner, identityHeader } from '#platform/identity/internal-identity.ts'
import { readKeySet } from '#platform/identity/key-set.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { testPrivateJwk } from '#platform/testkit/test-config.ts'
import { openSocket } from '../front/live-client.ts'
import { ask, post, staffToken, visitorToken } from '../front/person.ts'
import { startTestSystem, type TestSystem } from '../front/test-system.ts'

const admin: Viewer = { kind: 'staff', id: 'somebody', name: 'S', roles: ['admin'] }
const [{ kid }] = readKeySet(testPrivateJwk)
const routersKey = (await importJWK(JSON.parse(testPrivateJwk) as JWK, 'EdDSA')) as CryptoKey
const publicKey = createPublicKey({
  key: JSON.parse(testPrivateJwk) as Record<string, string>,
  format: 'jwk',
})
const other = generateKeyPairSync('ed25519')

let system: TestSystem
let url: string
let subgraph: string
beforeAll(async () => {
  system = await startTestSystem()
  url = system.router.url
  subgraph = system.subgraph().url
})
afterAll(() => system?.stop())

interface Changes {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  ageSec?: number
  key?: CryptoKey | KeyObject | Uint8Array
}
/** An internal identity as the router would sign it, with changes. */
function internal({ claims = {}, header = {}, ageSec = 0, key = routersKey }: Changes = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1_000) - ageSec
  const usual = { viewer: admin, iss: 'throughline-router', aud: 'throughline-internal', iat, exp: iat + 60 }
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'EdDSA', kid, ...header }).sign(key)
}
const unsigned = (viewer: Viewer) =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ viewer })).toString('base64url')}.`

const queries = [
  '{ whoAmI }',
  '{ _service { sdl } }',
  '{ _entities(representations: []) { __typename } }',
  'mutation { setPresence(status: "A") }',
]
const call = (query: string, token: string | undefined) =>
  post(`${subgraph}/graphql`, { query }, undefined, token === undefined ? {} : { [identityHeader]: token })
const callSocket = async (token: string) => {
  const socket = new WebSocket(`${subgraph.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const outcome = new Promise<unknown>((resolve) => {
    socket.once('close', resolve)
    socket.once('message', (data) => resolve((JSON.parse(String(data)) as { type: string }).type))
  })
  socket.send(JSON.stringify({ type: 'connection_init', payload: { [identityHeader]: token } }))
  const given = await outcome
  socket.terminate()
  return given
}

test('a subgraph takes what the router signs', async () => {
  const token = await internal()
  for (const query of queries.slice(0, 2)) expect((await call(query, token)).status).toBe(200)
  expect(await callSocket(token)).toBe('connection_ack')
})

describe('a subgraph refuses, by HTTP and by WebSocket, entities and its schema included,', () => {
  const nowSec = Math.floor(Date.now() / 1_000)
  test.each<[string, () => Promise<string> | string]>([
    ['no identity', () => ''],
    ['rubbish', () => 'rubbish'],
    ['another key', () => internal({ key: other.privateKey })],
    [
      'another key that brings its public half along',
      async () => {
        const jwk = other.publicKey.export({ format: 'jwk' })
        return internal({ key: other.privateKey, header: { jwk, jku: `${url}/keys` } })
      },
    ],
    ['a key that it does not know', () => internal({ header: { kid: 'unknown' } })],
    ['a key named like a member of every object', () => internal({ header: { kid: '__proto__' } })],
    ['another audience', () => internal({ claims: { aud: 'throughline-front' } })],
    ['another issuer', () => internal({ claims: { iss: 'throughline' } })],
    ['one that has expired', () => internal({ ageSec: 120 })],
    ['one that lives for a year', () => internal({ ageSec: 3_600, claims: { exp: nowSec + 31_536_000 } })],
    ['one without an end', () => internal({ claims: { exp: undefined } })],
    ['one of the future', () => internal({ ageSec: -600 })],
    ['no signature', () => unsigned(admin)],
    [
      'the public key as a shared secret',
      () => {
        const pem = publicKey.export({ format: 'pem', type: 'spki' })
        return internal({ key: new Uint8Array(Buffer.from(pem)), header: { alg: 'HS256' } })
      },
    ],
    [
      'the raw public key as a shared secret',
      () => {
        const { x = '' } = publicKey.export({ format: 'jwk' })
        return internal({ key: new Uint8Array(Buffer.from(x, 'base64url')), header: { alg: 'HS256' } })
      },
    ],
    ['a viewer of no kind', () => internal({ claims: { viewer: { kind: 'root', id: 'x' } } })],
    ['a visitor’s token', async () => (await visitorToken(url)).token],
    ['a token of staff', () => staffToken(url)],
    ['an endless one', () => internal({ claims: { padding: 'x'.repeat(9_000) } })],
  ])('%s', async (_what, make) => {
    const token = await make()
    for (const query of queries) {
      const response = await call(query, token)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      })
    }
    expect(await callSocket(token)).toBe(4403)
  })

  test('one that it took a minute ago', async () => {
    // Within the tolerance of clocks for a moment longer than its minute.
    const token = await internal({ ageSec: 60 })
    expect((await call('{ whoAmI }', token)).status).toBe(200)
    await expect.poll(async () => (await call('{ whoAmI }', token)).status, { timeout: 10_000 }).toBe(401)
  })
})

describe('an identity that a client brings along never passes the router', () => {
  test('as a header', async () => {
    const stolen = await createIdentitySigner(testPrivateJwk).sign({ kind: 'service', id: 'router' })
    const { token, visitorId } = await visitorToken(url)
    const query = '{ conversation(id: "c1") { text } }'
    const asVisitor = await post(`${url}/graphql`, { query }, token, { [identityHeader]: stolen })
    expect(await asVisitor.json()).toMatchObject({ data: { conversation: { text: `visitor ${visitorId}` } } })
    const asNobody = await post(`${url}/graphql`, { query }, undefined, { [identityHeader]: stolen })
    expect(await asNobody.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect((await post(`${url}/graphql`, { query }, stolen)).status).toBe(401)
    expect(
      (await post(`${url}/partner/graphql`, { query }, undefined, { [identityHeader]: stolen })).status,
    ).toBe(401)
  })

  test('in the request’s extensions, or by WebSocket', async () => {
    const stolen = await createIdentitySigner(testPrivateJwk).sign({ kind: 'service', id: 'router' })
    const { token, visitorId } = await visitorToken(url)
    const extensions = { [identityHeader]: stolen }
    const query = '{ conversation(id: "c1") { text } }'
    const answer = await post(`${url}/graphql`, { query, extensions }, token)
    expect(await answer.json()).toMatchObject({ data: { conversation: { text: `visitor ${visitorId}` } } })

    const nobody = await openSocket(url, { [identityHeader]: stolen }, { [identityHeader]: stolen })
    expect(await nobody.closed).toBe(4401)
    const { socket, acknowledged } = await openSocket(url, { token, [identityHeader]: stolen })
    await acknowledged
    const next = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, extensions } }))
    expect(await next).toContain(`visitor ${visitorId}`)
    socket.terminate()
  })

  test('and entities are nothing that anybody asks for', async () => {
    const staff = await staffToken(url)
    for (const query of ['{ _entities(representations: []) { __typename } }', '{ _service { sdl } }']) {
      const { data, errors } = await ask(url, staff, query)
      expect([data, errors?.length]).toEqual([undefined, 1])
    }
  })
})

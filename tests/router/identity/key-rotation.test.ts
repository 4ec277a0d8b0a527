import { generateKeyPairSync } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIdentitySigner, identityHeader } from '#platform/identity/internal-identity.ts'
import { ask, post, visitorToken } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { signInFor } from './signed-in.ts'

const makeKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { private: privateKey.export({ format: 'jwk' }), public: publicKey.export({ format: 'jwk' }) }
}
const [older, newer, strange] = [makeKey(), makeKey(), makeKey()]
const set = (...keys: object[]) => JSON.stringify({ keys })

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem(
    { IDENTITY_PRIVATE_JWK: JSON.stringify(older.private) },
    {},
    { IDENTITY_PUBLIC_JWK: set(older.public, newer.public) },
  )
})
afterAll(() => system?.stop())

const whoAmI = async (url: string, token: string) => (await ask(url, token, '{ whoAmI }')).status
const asVisitor = async (url: string, token: string) =>
  (await ask(url, token, '{ conversation(id: "c1") { id } }')).status

test('the key changes and nobody is signed out: sessions, refresh tokens and visitors go on', async () => {
  const before = system.router.url
  const person = await signInFor(before, adminEmail, adminPassword)
  const visitor = await visitorToken(before)
  const both = await system.anotherRouter({ IDENTITY_PRIVATE_JWK: set(newer.private, older.private) })
  expect(await whoAmI(both.url, person.token)).toBe(200)
  expect(await asVisitor(both.url, visitor.token)).toBe(200)
  const refresh = await post(`${both.url}/auth/refresh`, { refreshToken: person.refreshToken })
  expect(refresh.status).toBe(200)
  const { token, refreshToken } = (await refresh.json()) as { token: string; refreshToken: string }
  expect(decodeProtectedHeader(token).kid).not.toBe(decodeProtectedHeader(person.token).kid)

  const after = await system.anotherRouter({ IDENTITY_PRIVATE_JWK: JSON.stringify(newer.private) })
  expect(await whoAmI(after.url, token)).toBe(200)
  expect((await post(`${after.url}/auth/refresh`, { refreshToken })).status).toBe(200)
  expect(await whoAmI(after.url, person.token)).toBe(401)
  expect(await asVisitor(after.url, visitor.token)).toBe(401)
  expect((await post(`${after.url}/auth/refresh`, { refreshToken: person.refreshToken })).status).toBe(401)
})

test('subgraphs take the old and the new key, and no other', async () => {
  const viewer = { kind: 'service', id: 'router' } as const
  const call = async (key: object) => {
    const token = await createIdentitySigner(key).sign(viewer)
    const url = `${system.subgraph().url}/graphql`
    return (await post(url, { query: '{ whoAmI }' }, undefined, { [identityHeader]: token })).status
  }
  expect([await call(older.private), await call(newer.private), await call(strange.private)]).toEqual([
    200, 200, 401,
  ])
})

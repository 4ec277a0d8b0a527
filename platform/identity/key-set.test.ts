import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { expect, test } from 'vitest'
import { readKeySet } from './key-set.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const jwk = publicKey.export({ format: 'jwk' })
const privateJwk = privateKey.export({ format: 'jwk' })

test('a key has the id that it says, else its thumbprint, which both halves share', async () => {
  const thumbprint = await calculateJwkThumbprint(jwk)
  expect(readKeySet(jwk)).toEqual([{ ...jwk, kid: thumbprint }])
  expect(readKeySet(JSON.stringify(privateJwk))[0].kid).toBe(thumbprint)
  expect(readKeySet({ keys: [{ ...jwk, kid: 'new' }, jwk] }).map(({ kid }) => kid)).toEqual([
    'new',
    thumbprint,
  ])
})

test.each<[string, unknown]>([
  ['an empty set', { keys: [] }],
  ['another kind of key', { kty: 'RSA', n: 'x', e: 'AQAB' }],
  ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }],
  ['the same key twice', { keys: [jwk, jwk] }],
  ['no object', 'null'],
  ['no JSON', '{'],
])('%s is none', (_what, given) => {
  expect(() => readKeySet(given)).toThrow()
})

import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createIdentitySigner, createIdentityVerifier } from './internal-identity.ts'
import type { Viewer } from './viewer.ts'

const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
const privateJwk = await exportJWK(privateKey)
const publicJwk = await exportJWK(publicKey)
const agent: Viewer = { kind: 'staff', id: 'a-1', name: 'Ada', roles: ['agent'] }
const nowSec = Math.floor(Date.now() / 1_000)

interface Claims {
  viewer?: unknown
  audience?: string
  issuer?: string
  issuedAtSec?: number
  lifetimeSec?: number
}

function token(
  { viewer = agent, audience, issuer, issuedAtSec = nowSec, lifetimeSec = 60 }: Claims,
  key = privateKey,
) {
  return new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setAudience(audience ?? 'throughline-internal')
    .setIssuer(issuer ?? 'throughline-router')
    .setIssuedAt(issuedAtSec)
    .setExpirationTime(issuedAtSec + lifetimeSec)
    .sign(key)
}

test.each<Viewer>([
  { kind: 'anonymous' },
  { kind: 'visitor', id: 'v-1' },
  agent,
  { kind: 'partner', id: 'p-1', scopes: ['conversations:read'] },
  { kind: 'service', id: 'router' },
])('a $kind comes through unchanged', async (viewer) => {
  const signed = await createIdentitySigner(privateJwk).sign(viewer)
  expect(await createIdentityVerifier(publicJwk).verify(signed)).toEqual(viewer)
})

describe('refuses', () => {
  const forger = generateKeyPair('EdDSA', { extractable: true })
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ viewer: agent }))}.`
  test.each<[string, () => Promise<string> | string]>([
    ['another key', async () => token({}, (await forger).privateKey)],
    ['no signature', () => unsigned],
    ['rubbish', () => 'rubbish'],
    ['another audience', () => token({ audience: 'throughline-public' })],
    ['another issuer', () => token({ issuer: 'somebody' })],
    ['an expired one', () => token({ issuedAtSec: nowSec - 120 })],
    [
      'one of yesterday that lives for a year',
      () => token({ issuedAtSec: nowSec - 86_400, lifetimeSec: 31_536_000 }),
    ],
    ['one of the future', () => token({ issuedAtSec: nowSec + 600 })],
    ['an unknown kind of viewer', () => token({ viewer: { kind: 'root', id: 'x' } })],
    ['an unknown role', () => token({ viewer: { ...agent, roles: ['owner'] } })],
  ])('%s', async (_what, make) => {
    const verifier = createIdentityVerifier(publicJwk)
    await expect(verifier.verify(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('a changed viewer under an old signature', async () => {
    const [head, , signature] = (await token({})).split('.')
    const forged = btoa(
      JSON.stringify({ viewer: { ...agent, roles: ['admin'] }, exp: nowSec + 60, iat: nowSec }),
    )
    const verifier = createIdentityVerifier(publicJwk)
    await expect(verifier.verify(`${head}.${forged}.${signature}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })
})

test('a cached verification ends when the token does', async () => {
  let nowMs = nowSec * 1_000
  const verifier = createIdentityVerifier(publicJwk, () => nowMs)
  const signed = await token({})
  expect(await verifier.verify(signed)).toEqual(agent)
  nowMs += 70_000
  await expect(verifier.verify(signed)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('a signature is used again while half of its life is left, and not after rights were taken away', async () => {
  let nowMs = nowSec * 1_000
  const signer = createIdentitySigner(JSON.stringify(privateJwk), () => nowMs)
  const first = await signer.sign(agent)
  nowMs += 20_000
  expect(await signer.sign(agent)).toBe(first)
  expect(await signer.sign({ ...agent, roles: ['supervisor'] })).not.toBe(first)
  nowMs += 11_000
  const second = await signer.sign(agent)
  expect(second).not.toBe(first)
  signer.forget()
  nowMs += 1_000
  expect(await signer.sign(agent)).not.toBe(second)
})

test('of one viewer the signatures are forgotten, and those of others stay', async () => {
  let nowMs = nowSec * 1_000
  const signer = createIdentitySigner(privateJwk, () => nowMs)
  const other: Viewer = { ...agent, id: 'a-2' }
  const [first, others] = [await signer.sign(agent), await signer.sign(other)]
  nowMs += 1_000
  signer.forget(agent.id)
  expect(await signer.sign(agent)).not.toBe(first)
  expect(await signer.sign(other)).toBe(others)
})

test('what a site has proved of a visitor comes through', async () => {
  const verified = {
    issuer: 'web-chat:main',
    subject: 'u-1',
    email: 'mei@example.org',
    phone: '+14155552671',
    name: 'Mei',
  }
  const viewer: Viewer = { kind: 'visitor', id: 'v-1', verified }
  const signed = await createIdentitySigner(privateJwk).sign(viewer)
  expect(await createIdentityVerifier(publicJwk).verify(signed)).toEqual(viewer)
})

test('a verifier takes the keys of its set and chooses by their names', async () => {
  const next = await generateKeyPair('EdDSA', { extractable: true })
  const [nextPrivate, nextPublic] = [await exportJWK(next.privateKey), await exportJWK(next.publicKey)]
  const verifier = createIdentityVerifier({ keys: [publicJwk, nextPublic] })
  for (const key of [privateJwk, nextPrivate, { keys: [nextPrivate, privateJwk] }]) {
    expect(await verifier.verify(await createIdentitySigner(key).sign(agent))).toEqual(agent)
  }
  const old = createIdentityVerifier(publicJwk)
  const signed = await createIdentitySigner({ keys: [nextPrivate, privateJwk] }).sign(agent)
  await expect(old.verify(signed)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

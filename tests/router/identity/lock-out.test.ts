import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, post } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { type HeldTokens, makeStaff, refusalOf, signInFor } from './signed-in.ts'

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await startTestSystem({ TRUSTED_PROXIES: '127.0.0.1' })
  url = system.router.url
})
afterAll(() => system?.stop())

test('whoever guesses a password locks out the own address, not the owner, whose session goes on', async () => {
  const admin = await signInFor(url, adminEmail, adminPassword)
  const owner = await makeStaff(url, admin.token, 'owner')
  const from = (address: string, password: string) =>
    post(`${url}/auth/sign-in?token=true`, { email: owner.email, password }, undefined, {
      'x-forwarded-for': address,
    })
  const held = (await (await from('198.51.100.7', owner.password)).json()) as HeldTokens
  for (let guess = 0; guess < 6; guess++)
    expect((await from('203.0.113.9', `guess ${guess}`)).status).toBe(401)
  expect(await refusalOf(await from('203.0.113.9', owner.password))).toEqual([429, 'RATE_LIMITED'])

  expect((await from('198.51.100.7', owner.password)).status).toBe(200)
  expect((await from('198.51.100.99', owner.password)).status).toBe(200)
  expect((await ask(url, held.token, '{ whoAmI }')).status).toBe(200)
  expect((await post(`${url}/auth/refresh`, { refreshToken: held.refreshToken })).status).toBe(200)
})

test('whoever sits at an open desk guesses its password no faster than at the door', async () => {
  const admin = await signInFor(url, adminEmail, adminPassword)
  const owner = await makeStaff(url, admin.token, 'open-desk')
  const { token } = await signInFor(url, owner.email, owner.password)
  const change = (currentPassword: string) =>
    post(`${url}/auth/password`, { currentPassword, newPassword: 'taken by a stranger' }, token)
  for (let guess = 0; guess < 6; guess++) expect((await change(`guess ${guess}`)).status).toBe(403)
  expect(await refusalOf(await change(owner.password))).toEqual([429, 'RATE_LIMITED'])
})

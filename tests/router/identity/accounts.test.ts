import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, post } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { type HeldTokens, makeStaff, refusalOf, signInFor } from './signed-in.ts'

let system: TestSystem
let url: string
let admin: HeldTokens
beforeAll(async () => {
  system = await startTestSystem()
  url = system.router.url
  admin = await signInFor(url, adminEmail, adminPassword)
})
afterAll(() => system?.stop())

const administer = (id: string, what: string, body: object = {}, token = admin.token) =>
  post(`${url}/auth/accounts/${id}/${what}`, body, token)
const whoAmI = async (token: string) => (await ask(url, token, '{ whoAmI }')).status

test('a disabled account is out at once, and its owner is told why after the right password only', async () => {
  const person = await makeStaff(url, admin.token, 'disabled')
  const held = await signInFor(url, person.email, person.password)
  expect((await administer(person.id, 'disable')).status).toBe(200)
  expect(await whoAmI(held.token)).toBe(401)
  const refresh = await post(`${url}/auth/refresh`, { refreshToken: held.refreshToken })
  expect(await refusalOf(refresh)).toEqual([401, 'SESSION_ENDED'])
  const signIn = (password: string) => post(`${url}/auth/sign-in`, { email: person.email, password })
  expect(await refusalOf(await signIn(person.password))).toEqual([403, 'ACCOUNT_DISABLED'])
  expect(await refusalOf(await signIn('not the password'))).toEqual([401, 'SIGN_IN_REFUSED'])
  expect((await administer(person.id, 'enable')).status).toBe(200)
  await signInFor(url, person.email, person.password)
  expect(await whoAmI(held.token)).toBe(401)
})

test('a password that an admin resets ends all sessions, and the old one opens nothing', async () => {
  const person = await makeStaff(url, admin.token, 'reset')
  const held = await signInFor(url, person.email, person.password)
  expect((await administer(person.id, 'password', { password: 'short' })).status).toBe(400)
  expect(await whoAmI(held.token)).toBe(200)
  expect((await administer(person.id, 'password', { password: 'given by the admin' })).status).toBe(204)
  expect(await whoAmI(held.token)).toBe(401)
  const old = await post(`${url}/auth/sign-in`, { email: person.email, password: person.password })
  expect(old.status).toBe(401)
  await signInFor(url, person.email, 'given by the admin')
})

test('changed roles hold for the next request of an open session', async () => {
  const person = await makeStaff(url, admin.token, 'promoted')
  const { token } = await signInFor(url, person.email, person.password)
  const list = () => fetch(`${url}/auth/accounts`, { headers: { authorization: `Bearer ${token}` } })
  expect((await list()).status).toBe(403)
  expect((await administer(person.id, 'roles', { roles: ['admin', 'agent'] })).status).toBe(200)
  expect((await list()).status).toBe(200)
  expect((await administer(person.id, 'roles', { roles: ['owner'] })).status).toBe(400)
  expect((await administer(person.id, 'roles', { roles: ['agent'] })).status).toBe(200)
  expect((await list()).status).toBe(403)
})

test('an admin cannot lock the own account out', async () => {
  const { id } = admin.account
  expect(await refusalOf(await administer(id, 'disable'))).toEqual([409, 'OWN_ACCOUNT'])
  expect(await refusalOf(await administer(id, 'roles', { roles: ['agent'] }))).toEqual([409, 'OWN_ACCOUNT'])
  expect((await administer(id, 'roles', { roles: ['admin'] })).status).toBe(200)
})

test('nobody else may do any of it', async () => {
  const victim = await makeStaff(url, admin.token, 'victim')
  const supervisor = await makeStaff(url, admin.token, 'supervisor', ['supervisor'])
  const { token } = await signInFor(url, supervisor.email, supervisor.password)
  for (const what of ['disable', 'enable', 'roles', 'password']) {
    const body = { roles: ['admin'], password: 'given by nobody' }
    expect((await administer(victim.id, what, body, token)).status, what).toBe(403)
    expect((await administer(victim.id, what, body, '')).status, what).toBe(401)
    expect((await administer('nobody', what, body)).status, what).toBe(404)
  }
  await signInFor(url, victim.email, victim.password)
})

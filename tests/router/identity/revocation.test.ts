import { decodeJwt } from 'jose'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectMongodb } from '#platform/store/connect-mongodb.ts'
import { testConfig } from '#platform/testkit/test-config.ts'
import { until } from '#platform/testkit/until.ts'
import { follow, openSocket, readEventStream } from '../front/live-client.ts'
import { ask, post, visitorToken } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { makeStaff, signInFor } from './signed-in.ts'

const board = 'subscription { boardChanged { waiting viewer } }'

let system: TestSystem
let url: string
let admin: string
/** The router's own database: what is written here no message tells. */
let db: Connection
beforeAll(async () => {
  system = await startTestSystem({ REVOCATION_CHECK: 'PT0.3S' })
  url = system.router.url
  admin = (await signInFor(url, adminEmail, adminPassword)).token
  db = await connectMongodb(testConfig(system.prefix), 'router')
})
afterAll(async () => {
  await db?.close()
  await system?.stop()
})

let people = 0
async function follower() {
  const person = await makeStaff(url, admin, `follower-${++people}`, ['supervisor'])
  const held = await signInFor(url, person.email, person.password)
  const stream = follow(url, held.token, board)
  await until('a first event', () => stream.received.length > 0)
  return { ...person, ...held, id: person.id, stream, sessionId: held.refreshToken.split('.')[0] }
}
const closedWith = { code: 4401 }

describe('a stream ends although nobody was told', () => {
  test('when its session’s row is gone', async () => {
    const { stream, sessionId } = await follower()
    await db.collection('staffSessions').deleteOne({ _id: sessionId as never })
    expect(await stream.ended).toMatchObject(closedWith)
  })

  test('when its account was disabled', async () => {
    const { stream, id } = await follower()
    await db.collection('accounts').updateOne({ _id: id as never }, { $set: { disabledAt: new Date() } })
    expect(await stream.ended).toMatchObject(closedWith)
  })

  test('when its account’s row is gone', async () => {
    const { stream, id } = await follower()
    await db.collection('accounts').deleteOne({ _id: id as never })
    expect(await stream.ended).toMatchObject(closedWith)
  })

  test('when its account has other roles, and comes back with those', async () => {
    const { stream, id, token } = await follower()
    await db.collection('accounts').updateOne({ _id: id as never }, { $set: { roles: ['analyst'] } })
    expect(await stream.ended).toMatchObject(closedWith)
    const again = follow(url, token, board)
    await until('an event with the new roles', () => again.received.length > 0)
    await again.stop()
  })

  test('when its visit was ended', async () => {
    const { token } = await visitorToken(url)
    const { vid } = decodeJwt<{ vid: string }>(token)
    const { acknowledged, closed } = await openSocket(url, { token })
    await acknowledged
    const expiresAt = new Date(Date.now() + 60_000)
    await db.collection('visitRevocations').insertOne({ _id: vid as never, revokedAt: new Date(), expiresAt })
    expect(await closed).toBe(4401)
    expect((await ask(url, token, '{ conversation(id: "c1") { id } }')).status).toBe(401)
  })

  test('and those of others go on', async () => {
    const gone = await follower()
    const stays = await follower()
    await db.collection('staffSessions').deleteOne({ _id: gone.sessionId as never })
    await gone.stream.ended
    const before = stays.stream.received.length
    system.conversation.board.waiting++
    system.subgraph().ctx.live.changed('board')
    await until('the next event', () => stays.stream.received.length > before)
    await stays.stream.stop()
  })
})

test('server-sent events end likewise, and say why', async () => {
  const { token, stream, sessionId } = await follower()
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent(board)}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
  })
  const codes: unknown[] = []
  await db.collection('staffSessions').deleteOne({ _id: sessionId as never })
  for await (const { errors } of readEventStream(response)) codes.push(errors?.[0]?.extensions?.['code'])
  expect(codes.at(-1)).toBe('UNAUTHENTICATED')
  await stream.ended
})

describe('told by another router', () => {
  test.each([
    [
      'signing out everywhere',
      (_id: string, token: string) => post(`${url}/auth/sign-out?everywhere=true`, {}, token),
    ],
    [
      'an admin who disables the account',
      (id: string) => post(`${url}/auth/accounts/${id}/disable`, {}, admin),
    ],
    [
      'an admin who changes its roles',
      (id: string) => post(`${url}/auth/accounts/${id}/roles`, { roles: ['agent'] }, admin),
    ],
    [
      'an admin who resets its password',
      (id: string) => post(`${url}/auth/accounts/${id}/password`, { password: 'given by the admin' }, admin),
    ],
  ])('%s ends streams at once', async (_what, end) => {
    const { id, token } = await follower()
    const other = await system.anotherRouter({ REVOCATION_CHECK: 'PT1H' })
    const stream = follow(other.url, token, board)
    await until('a first event', () => stream.received.length > 0)
    expect((await end(id, token)).status).toBeLessThan(300)
    expect(await stream.ended).toMatchObject(closedWith)
  })
})

test('a token that expires in the middle of a stream ends it: 4401, and UNAUTHENTICATED by server-sent events', async () => {
  const brief = await system.anotherRouter({ ACCESS_TOKEN_TTL: 'PT3S', REVOCATION_CHECK: 'PT1H' })
  const { token, refreshToken } = await signInFor(brief.url, adminEmail, adminPassword)
  const stream = follow(brief.url, token, board)
  const response = await fetch(`${brief.url}/graphql?query=${encodeURIComponent(board)}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
  })
  const answers: unknown[] = []
  for await (const { data, errors } of readEventStream(response)) {
    answers.push(data ? 'event' : errors?.[0]?.extensions?.['code'])
  }
  expect([answers[0], answers.at(-1)]).toEqual(['event', 'UNAUTHENTICATED'])
  expect(await stream.ended).toMatchObject(closedWith)
  expect(stream.received.length).toBeGreaterThan(0)
  const next = (await (await post(`${brief.url}/auth/refresh`, { refreshToken })).json()) as { token: string }
  const again = follow(brief.url, next.token, board)
  await until('a first event of the refreshed sign-in', () => again.received.length > 0)
  await again.stop()
})

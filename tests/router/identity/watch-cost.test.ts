import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { Accounts } from '../../../router/identity/accounts.ts'
import { findEnded } from '../../../router/identity/find-ended.ts'
import { StaffSessions } from '../../../router/identity/staff-sessions.ts'
import { WatchedCallers } from '../../../router/identity/watched-callers.ts'

const count = 10_000
const rounds = 5

let service: TestService
beforeAll(async () => {
  service = await createTestService({ name: 'watch-cost', working: false })
})
afterAll(() => service.stop())

test(`${count} open streams are checked by ${(2 * count) / 1_000} indexed queries, and one that ends is found`, async () => {
  const { db } = service.ctx
  const now = new Date()
  const people = Array.from({ length: count }, () => ({ sessionId: newId(), accountId: newId() }))
  await StaffSessions(db).insertMany(
    people.map(({ sessionId, accountId }) => ({
      _id: sessionId,
      accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    })),
  )
  await Accounts(db).insertMany(
    people.map(({ accountId }, at) => ({
      _id: accountId,
      email: `${at}@cost.test`,
      name: 'N',
      roles: ['agent'],
      createdAt: now,
    })),
  )
  const watched = new WatchedCallers()
  const gone: string[] = []
  for (const { sessionId, accountId } of people) {
    const viewer = { kind: 'staff' as const, id: accountId, name: 'N', roles: ['agent' as const] }
    const standsOn = [`session:${sessionId}`, `account:${accountId}`] as const
    watched.add({ viewer, proof: 'bearer', sessionId, standsOn }, () => gone.push(sessionId))
  }

  const calls = await storeCallsOf(() => findEnded(db, watched))
  expect(calls).toHaveLength((2 * count) / 1_000)
  const start = { at: performance.now(), cpu: process.cpuUsage() }
  for (let round = 0; round < rounds; round++) {
    expect(await findEnded(db, watched)).toEqual({ subjects: [], callers: [] })
  }
  const { user, system } = process.cpuUsage(start.cpu)
  const each = (micros: number) => (micros / 1_000 / rounds).toFixed(1)
  console.log(
    `${count} callers: ${each(user + system)} ms CPU and ${each((performance.now() - start.at) * 1_000)} ms for each round`,
  )

  const [victim] = people
  await StaffSessions(db).deleteOne({ _id: victim?.sessionId })
  const { subjects } = await findEnded(db, watched)
  expect(subjects).toEqual([`session:${victim?.sessionId}`])
  for (const subject of subjects) watched.end(subject)
  expect(gone).toEqual([victim?.sessionId])
  const explained = await StaffSessions(db)
    .find({ _id: { $in: people.slice(0, 1_000).map(({ sessionId }) => sessionId) } }, { _id: 1 })
    .explain('queryPlanner')
  expect(JSON.stringify(explained)).not.toContain('COLLSCAN')
})

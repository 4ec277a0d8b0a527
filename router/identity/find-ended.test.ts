import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffRole, Viewer } from '#platform/identity/viewer.ts'
import { newId } from '#platform/ids/new-id.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { Accounts } from './accounts.ts'
import { ApiKeys } from './api-keys.ts'
import type { Caller } from './caller.ts'
import { findEnded } from './find-ended.ts'
import { StaffSessions } from './staff-sessions.ts'
import { VisitRevocations } from './visitor/visit-revocations.ts'
import { WatchedCallers } from './watched-callers.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService({ name: 'find-ended', working: false })
})
afterAll(() => service.stop())

const now = new Date()
const later = new Date(now.getTime() + 3_600_000)

async function account(roles: StaffRole[], more: object = {}): Promise<string> {
  const _id = newId()
  await Accounts(service.ctx.db).create({
    _id,
    email: `${_id}@ended.test`,
    name: 'N',
    roles,
    createdAt: now,
    ...more,
  })
  return _id
}
async function staff(accountId: string, roles: StaffRole[], withRow = true): Promise<Caller> {
  const sessionId = newId()
  if (withRow)
    await StaffSessions(service.ctx.db).create({
      _id: sessionId,
      accountId,
      createdAt: now,
      expiresAt: later,
    })
  const viewer: Viewer = { kind: 'staff', id: accountId, name: 'N', roles }
  return { viewer, proof: 'bearer', sessionId, standsOn: [`session:${sessionId}`, `account:${accountId}`] }
}
/** A member of staff by another issuer's token, whose roles the token itself names. */
const byToken = (accountId: string, roles: StaffRole[]): Caller => ({
  viewer: { kind: 'staff', id: accountId, name: 'N', roles },
  proof: 'bearer',
  standsOn: [`account:${accountId}`],
})
const partner = (id: string): Caller => ({
  viewer: { kind: 'partner', id, scopes: [] },
  proof: 'api-key',
  standsOn: [`api-key:${id}`],
})
const visitor = (visit: string): Caller => ({
  viewer: { kind: 'visitor', id: visit },
  proof: 'bearer',
  standsOn: [`visit:${visit}`],
})

/** Which of the callers a round ends. */
async function ends(callers: Record<string, Caller>): Promise<string[]> {
  const watched = new WatchedCallers()
  const ended: string[] = []
  for (const [name, caller] of Object.entries(callers)) watched.add(caller, () => ended.push(name))
  const { subjects, callers: changed } = await findEnded(service.ctx.db, watched)
  for (const subject of subjects) watched.end(subject)
  for (const entry of changed) entry.end()
  return ended.sort()
}

test('whose session or account is gone, disabled or has other roles, and nobody else', async () => {
  const [stands, disabled, promoted, swapped] = await Promise.all([
    account(['agent']),
    account(['agent'], { disabledAt: now }),
    account(['agent', 'supervisor']),
    account(['supervisor', 'agent']),
  ])
  expect(
    await ends({
      stands: await staff(stands, ['agent']),
      signedOut: await staff(stands, ['agent'], false),
      disabled: await staff(disabled, ['agent']),
      promoted: await staff(promoted, ['agent']),
      sameRolesInAnotherOrder: await staff(swapped, ['agent', 'supervisor']),
      gone: await staff(newId(), ['agent']),
      byToken: byToken(promoted, ['agent']),
      byTokenOfDisabled: byToken(disabled, ['agent']),
    }),
  ).toEqual(['byTokenOfDisabled', 'disabled', 'gone', 'promoted', 'signedOut'])
})

test('whose API key was revoked or visit was ended', async () => {
  const { db } = service.ctx
  const [good, revoked, visit, ended] = [newId(), newId(), newId(), newId()]
  const key = { name: 'k', scopes: [], createdAt: now, createdBy: 'a' }
  await ApiKeys(db).create(
    { ...key, _id: good, keyHash: good },
    { ...key, _id: revoked, keyHash: revoked, revokedAt: now },
  )
  await VisitRevocations(db).create({ _id: ended, revokedAt: now, expiresAt: later })
  expect(
    await ends({
      good: partner(good),
      revoked: partner(revoked),
      visit: visitor(visit),
      ended: visitor(ended),
    }),
  ).toEqual(['ended', 'revoked'])
})

test('the signed-out session among a thousand others, and no more', async () => {
  const accountId = await account(['agent'])
  const callers: Record<string, Caller> = {}
  const rows = Array.from({ length: 2_500 }, () => newId())
  await StaffSessions(service.ctx.db).insertMany(
    rows.map((_id) => ({ _id, accountId, createdAt: now, expiresAt: later })),
  )
  for (const sessionId of rows) {
    const viewer: Viewer = { kind: 'staff', id: accountId, name: 'N', roles: ['agent'] }
    callers[sessionId] = { viewer, proof: 'bearer', sessionId, standsOn: [`session:${sessionId}`] }
  }
  const [, victim = ''] = rows
  await StaffSessions(service.ctx.db).deleteOne({ _id: victim })
  expect(await ends(callers)).toEqual([victim])
})

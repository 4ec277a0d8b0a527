import type { Connection } from 'mongoose'
import type { StaffRole } from '#platform/identity/viewer.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { ApiKeys } from './api-keys.ts'
import { sameRoles } from './same-roles.ts'
import { StaffSessions } from './staff-sessions.ts'
import type { Subject } from './subject.ts'
import { VisitRevocations } from './visitor/visit-revocations.ts'
import type { WatchedCaller, WatchedCallers } from './watched-callers.ts'

/** Ids in one query. */
const chunkSize = 1_000

export interface Ended {
  subjects: Subject[]
  /** Those whose roles are not those of their account any more. */
  callers: WatchedCaller[]
}

/**
 * Which of the watched have ended, by the store: one indexed count for each thousand of a kind, one after another.
 * Where all is well no document travels, so that ten thousand open streams cost little; only a difference makes a
 * chunk be read.
 */
export async function findEnded(db: Connection, watched: WatchedCallers): Promise<Ended> {
  const ids = watched.ids()
  const ended: Ended = { subjects: [], callers: [] }
  for (const chunk of chunks(ids.session)) {
    for (const id of await missingSessions(db, chunk)) ended.subjects.push(`session:${id}`)
  }
  for (const chunk of chunks(ids.visit)) {
    const rows = await VisitRevocations(db)
      .find({ _id: { $in: chunk } }, { _id: 1 })
      .lean<{ _id: string }[]>()
    for (const { _id } of rows) ended.subjects.push(`visit:${_id}`)
  }
  for (const chunk of chunks(ids['api-key'])) {
    const rows = await ApiKeys(db)
      .find({ _id: { $in: chunk }, revokedAt: { $exists: true } }, { _id: 1 })
      .lean<{ _id: string }[]>()
    for (const { _id } of rows) ended.subjects.push(`api-key:${_id}`)
  }
  for (const [roles, accountIds] of byRoles(ids.account, watched)) {
    for (const chunk of chunks(accountIds)) await addAccounts(db, watched, chunk, roles, ended)
  }
  return ended
}

/** Counts by the driver itself: mongoose would cast each of the ids. */
const count = (db: Connection, model: typeof Accounts | typeof StaffSessions, filter: object) =>
  model(db).collection.countDocuments(filter)

async function missingSessions(db: Connection, ids: string[]): Promise<string[]> {
  if ((await count(db, StaffSessions, { _id: { $in: ids } })) === ids.length) return []
  const rows = await StaffSessions(db)
    .find({ _id: { $in: ids } }, { _id: 1 })
    .lean<{ _id: string }[]>()
  const there = new Set(rows.map(({ _id }) => _id))
  return ids.filter((id) => !there.has(id))
}

/** Accounts by the roles that their callers came with; nothing for callers whose roles their own token names. */
function byRoles(ids: string[], watched: WatchedCallers): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const held = new Set(
      [...watched.on(`account:${id}`)].map(({ caller }) => JSON.stringify(rolesOf(caller))),
    )
    for (const roles of held) {
      const group = groups.get(roles)
      if (group) group.push(id)
      else groups.set(roles, [id])
    }
  }
  return groups
}

const rolesOf = ({ sessionId, viewer }: WatchedCaller['caller']): StaffRole[] | null =>
  sessionId && viewer.kind === 'staff' ? viewer.roles : null

async function addAccounts(
  db: Connection,
  watched: WatchedCallers,
  ids: string[],
  roles: string,
  ended: Ended,
): Promise<void> {
  const expected = JSON.parse(roles) as StaffRole[] | null
  const standing = { disabledAt: { $exists: false }, ...(expected ? { roles: expected } : {}) }
  if ((await count(db, Accounts, { _id: { $in: ids }, ...standing })) === ids.length) return
  const rows = await Accounts(db)
    .find({ _id: { $in: ids } }, { roles: 1, disabledAt: 1 })
    .lean<Array<Pick<AccountRow, '_id' | 'roles' | 'disabledAt'>>>()
  const byId = new Map(rows.map((row) => [row._id, row]))
  for (const id of ids) {
    const row = byId.get(id)
    if (!row || row.disabledAt) {
      ended.subjects.push(`account:${id}`)
      continue
    }
    for (const entry of watched.on(`account:${id}`)) {
      const held = rolesOf(entry.caller)
      if (held && !sameRoles(held, row.roles)) ended.callers.push(entry)
    }
  }
}

function* chunks(ids: string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += chunkSize) yield ids.slice(at, at + chunkSize)
}

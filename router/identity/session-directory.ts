import type { StaffViewer } from '#platform/identity/viewer.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { IdentityContext } from './identity-context.ts'
import type { Revocations } from './revocations.ts'
import { type StaffSessionRow, StaffSessions } from './staff-sessions.ts'

/** A lost revocation or a changed role is noticed after this at the latest. */
const maxAgeMs = 10_000

/** A session that goes on, with its account as it is now. */
export interface LiveSession {
  account: Pick<AccountRow, '_id' | 'email' | 'name' | 'roles'>
  viewer: StaffViewer
  expiresAt: Date
}

/** Looks sessions up, at most once in ten seconds each. */
export interface SessionDirectory {
  /** The session, or nothing when it has ended. */
  find(sessionId: string): Promise<LiveSession | undefined>
}

export function createSessionDirectory(ctx: IdentityContext, revocations: Revocations): SessionDirectory {
  const known = new BoundedCache<Promise<LiveSession | undefined>>(20_000, maxAgeMs)
  revocations.onRevoked((sessionId) => known.delete(sessionId))

  const read = async (sessionId: string): Promise<LiveSession | undefined> => {
    const session = await StaffSessions(ctx.db).findById(sessionId).lean<StaffSessionRow>()
    if (!session) return undefined
    const account = await Accounts(ctx.db)
      .findById(session.accountId, { email: 1, name: 1, roles: 1 })
      .lean<AccountRow>()
    if (!account) return undefined
    return {
      account,
      viewer: { kind: 'staff', id: account._id, name: account.name, roles: account.roles },
      expiresAt: session.expiresAt,
    }
  }

  return {
    async find(sessionId) {
      let found = known.get(sessionId)
      if (!found) {
        found = read(sessionId)
        known.set(sessionId, found)
        // A store that fails is asked again the next time.
        found.catch(() => known.delete(sessionId))
      }
      const session = await found
      return session && session.expiresAt > ctx.now() ? session : undefined
    },
  }
}

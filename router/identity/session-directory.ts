import type { StaffViewer } from '#platform/identity/viewer.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { IdentityContext } from './identity-context.ts'
import type { Revocations } from './revocations.ts'
import { type StaffSessionRow, StaffSessions } from './staff-sessions.ts'
import { idOf } from './subject.ts'

/** A revocation whose message was lost is noticed after this at the latest. */
const maxAgeMs = 3_000

/** A session that goes on, with its account as it is now. */
export interface LiveSession {
  account: Pick<AccountRow, '_id' | 'email' | 'contactEmail' | 'name' | 'roles'>
  viewer: StaffViewer
  expiresAt: Date
}

/** Looks sessions up, at most once in three seconds each. */
export interface SessionDirectory {
  /** The session, or nothing when it has ended or its account is disabled. */
  find(sessionId: string): Promise<LiveSession | undefined>
}

interface Entry {
  found: Promise<LiveSession | undefined>
  /** Unknown while it is being read. */
  accountId?: string
}

export function createSessionDirectory(ctx: IdentityContext, revocations: Revocations): SessionDirectory {
  const known = new BoundedCache<Entry>(20_000, maxAgeMs)
  revocations.onRevoked((subject) => {
    const id = idOf(subject)
    if (subject.startsWith('session:')) known.delete(id)
    // What is being read now may have been read too early.
    else if (subject.startsWith('account:'))
      known.deleteWhere(({ accountId }) => accountId === undefined || accountId === id)
  })

  const read = async (sessionId: string): Promise<LiveSession | undefined> => {
    const session = await StaffSessions(ctx.db).findById(sessionId).lean<StaffSessionRow>()
    if (!session) return undefined
    const account = await Accounts(ctx.db)
      .findById(session.accountId, {
        email: 1,
        contactEmail: 1,
        name: 1,
        roles: 1,
        disabledAt: 1,
        credential: 1,
      })
      .lean<AccountRow>()
    if (!account || account.disabledAt || (account.credential ?? 0) !== (session.credential ?? 0))
      return undefined
    return {
      account,
      viewer: { kind: 'staff', id: account._id, name: account.name, roles: account.roles },
      expiresAt: session.expiresAt,
    }
  }

  const look = (sessionId: string): Entry => {
    const entry: Entry = { found: read(sessionId) }
    known.set(sessionId, entry)
    entry.found.then(
      (session) => {
        entry.accountId = session?.account._id ?? ''
      },
      // A store that fails is asked again the next time.
      () => known.delete(sessionId),
    )
    return entry
  }

  return {
    async find(sessionId) {
      const session = await (known.get(sessionId) ?? look(sessionId)).found
      return session && session.expiresAt > ctx.now() ? session : undefined
    },
  }
}

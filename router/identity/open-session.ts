import { newId } from '#platform/ids/new-id.ts'
import type { AccountRow } from './accounts.ts'
import type { Identity } from './identity.ts'
import type { SignedIn } from './session-tokens.ts'
import { StaffSessions } from './staff-sessions.ts'

/** From where somebody signs in; shown to its owner, who may not know it. */
export interface ClientPlace {
  address: string
  userAgent?: string | undefined
}

/** Opens a session of somebody who has proved to be the account's owner. */
export async function openSession(
  { ctx, tokens }: Pick<Identity, 'ctx' | 'tokens'>,
  account: AccountRow,
  { address, userAgent }: ClientPlace,
): Promise<SignedIn> {
  const now = ctx.now()
  const session = {
    _id: newId(),
    accountId: account._id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + ctx.config.SESSION_TTL),
    credential: account.credential ?? 0,
    generation: 0,
    address,
    ...(userAgent ? { userAgent: userAgent.slice(0, 200) } : {}),
  }
  await StaffSessions(ctx.db).create(session)
  return tokens.give(account, session)
}

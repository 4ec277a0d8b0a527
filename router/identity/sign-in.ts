import { newId } from '#platform/ids/new-id.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { signInRefused } from './errors.ts'
import type { IdentityContext } from './identity-context.ts'
import type { Issuer } from './issuer.ts'
import { countFailure, forgetFailures, refuseWhileLocked } from './lock-out.ts'
import { passwordMatches } from './password.ts'
import { StaffSessions } from './staff-sessions.ts'

export interface SignedIn {
  account: AccountRow
  sessionId: string
  token: string
  expiresAt: Date
}

/**
 * Opens a session for an e-mail and a password.
 * @throws SIGN_IN_REFUSED when they do not fit; RATE_LIMITED after several failures, for a while
 */
export async function signIn(
  ctx: IdentityContext,
  issuer: Issuer,
  { email, password }: { email: string; password: string },
): Promise<SignedIn> {
  await refuseWhileLocked(ctx, email)
  const account = await Accounts(ctx.db).findOne({ email }).lean<AccountRow>()
  if (!(await passwordMatches(account?.passwordHash, password)) || !account) {
    await countFailure(ctx, email)
    throw signInRefused()
  }
  await forgetFailures(ctx, email)
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + ctx.config.SESSION_TTL)
  const sessionId = newId()
  await StaffSessions(ctx.db).create({ _id: sessionId, accountId: account._id, createdAt: now, expiresAt })
  return { account, sessionId, expiresAt, token: await issuer.issueStaff(account._id, sessionId, expiresAt) }
}

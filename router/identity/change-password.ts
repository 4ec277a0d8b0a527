import { type AccountRow, Accounts } from './accounts.ts'
import { endSessions } from './end-sessions.ts'
import { accountElsewhere, passwordWrong } from './errors.ts'
import type { Identity } from './identity.ts'
import { countFailure, refuseWhileLocked } from './lock-out.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { StaffSessions } from './staff-sessions.ts'

export interface PasswordChange {
  accountId: string
  /** The session that goes on; all others end. */
  sessionId: string
  address: string
  currentPassword: string
  newPassword: string
}

/**
 * Changes the own password and ends the account's other sessions, also one that is just being opened with the old
 * password.
 * @throws PASSWORD_WRONG, RATE_LIMITED after several failures, BAD_USER_INPUT for a weak one, ACCOUNT_ELSEWHERE
 */
export async function changePassword(
  identity: Pick<Identity, 'ctx' | 'revocations'>,
  { accountId, sessionId, address, currentPassword, newPassword }: PasswordChange,
): Promise<void> {
  const { ctx } = identity
  const account = await Accounts(ctx.db).findById(accountId).lean<AccountRow>()
  const { email = '', passwordHash, issuer } = account ?? {}
  if (issuer) throw accountElsewhere({ issuer })
  // Whoever sits at somebody's open desk must not guess faster than at the door.
  await refuseWhileLocked(ctx, email, address)
  if (!(await passwordMatches(passwordHash, currentPassword))) {
    await countFailure(ctx, email, address)
    throw passwordWrong()
  }
  refuseWeakPassword(newPassword, email)
  const fresh = await hashPassword(newPassword)
  await ctx.db.transaction(async (session) => {
    const changed = await Accounts(ctx.db)
      .findOneAndUpdate(
        { _id: accountId, passwordHash },
        { $set: { passwordHash: fresh }, $inc: { credential: 1 } },
        { returnDocument: 'after', session },
      )
      .lean<AccountRow>()
    if (!changed) throw passwordWrong() // another change was first
    // The session that goes on follows; any other, also one that is just being opened, has the old number.
    const own = { _id: sessionId, accountId }
    const { credential } = changed
    await StaffSessions(ctx.db).updateOne(own, { $set: { credential } }, { session })
  })
  await endSessions(identity, { accountId, _id: { $ne: sessionId } })
}

import { notFound } from '#platform/errors/not-found.ts'
import type { StaffRole } from '#platform/identity/viewer.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { endSessions } from './end-sessions.ts'
import { accountElsewhere, ownAccount } from './errors.ts'
import type { Identity } from './identity.ts'
import { hashPassword } from './password.ts'
import { refuseWeakPassword } from './password-rules.ts'

/** What admins do with accounts. Each is written first, then told: open streams end within seconds in any case. */
export interface AccountAdministration {
  /**
   * Shuts an account out and ends its sessions, or lets it in again.
   * @throws NOT_FOUND; OWN_ACCOUNT
   */
  setDisabled(accountId: string, disabled: boolean, adminId: string): Promise<AccountRow>
  /** @throws NOT_FOUND; ACCOUNT_ELSEWHERE where an issuer names the roles; OWN_ACCOUNT */
  setRoles(accountId: string, roles: StaffRole[], adminId: string): Promise<AccountRow>
  /** Gives a new password and ends all sessions. @throws NOT_FOUND; ACCOUNT_ELSEWHERE; BAD_USER_INPUT */
  resetPassword(accountId: string, password: string): Promise<void>
}

export function administerAccounts(identity: Pick<Identity, 'ctx' | 'revocations'>): AccountAdministration {
  const { ctx, revocations } = identity

  const update = async (id: string, change: object): Promise<AccountRow> => {
    const row = await Accounts(ctx.db)
      .findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' })
      .lean<AccountRow>()
    if (!row) throw notFound({ kind: 'Account', id })
    return row
  }
  const ownOne = async (id: string): Promise<AccountRow> => {
    const row = await Accounts(ctx.db).findById(id).lean<AccountRow>()
    if (!row) throw notFound({ kind: 'Account', id })
    if (row.issuer) throw accountElsewhere({ issuer: row.issuer })
    return row
  }

  return {
    async setDisabled(accountId, disabled, adminId) {
      if (disabled && accountId === adminId) throw ownAccount()
      const row = await update(
        accountId,
        disabled
          ? { $set: { disabledAt: ctx.now() }, $inc: { credential: 1 } }
          : { $unset: { disabledAt: 1 } },
      )
      if (disabled) {
        await endSessions(identity, { accountId })
        await revocations.revoke(`account:${accountId}`)
      }
      return row
    },

    async setRoles(accountId, roles, adminId) {
      if (accountId === adminId && !roles.includes('admin')) throw ownAccount()
      await ownOne(accountId)
      const row = await update(accountId, { $set: { roles: [...new Set(roles)].sort() } })
      await revocations.revoke(`account:${accountId}`)
      return row
    },

    async resetPassword(accountId, password) {
      const { email } = await ownOne(accountId)
      refuseWeakPassword(password, email)
      await update(accountId, {
        $set: { passwordHash: await hashPassword(password) },
        $inc: { credential: 1 },
      })
      await endSessions(identity, { accountId })
    },
  }
}

import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import { type AccountRow, Accounts } from '../accounts.ts'
import { accountDisabled, noStaffRole } from '../errors.ts'
import type { IdentityContext } from '../identity-context.ts'
import type { StaffClaims } from './claims.ts'

/**
 * The account of a person whom an issuer knows: made when we see them first, afterwards always the same. Their name and
 * roles follow the newest token; an older one that comes later changes nothing. Never an own account, whatever e-mail
 * the token names.
 * @param issuedAt of the token
 * @throws NO_STAFF_ROLE, ACCOUNT_DISABLED
 */
export async function findStaff(
  { db, now }: Pick<IdentityContext, 'db' | 'now'>,
  issuer: string,
  { subject, name, email, roles }: StaffClaims,
  issuedAt: Date,
): Promise<AccountRow> {
  const owner = { issuer, subject }
  const told = { name, roles, rolesAt: issuedAt, ...(email ? { contactEmail: email } : {}) }
  const known = await Accounts(db).findOne(owner).lean<AccountRow>()
  if (!known && roles.length === 0) throw noStaffRole()
  let account = known ?? (await makeStaff())
  if (account.disabledAt) throw accountDisabled()
  if (!account.rolesAt || account.rolesAt < issuedAt) {
    const newer = { ...owner, $or: [{ rolesAt: { $exists: false } }, { rolesAt: { $lt: issuedAt } }] }
    const updated = await Accounts(db)
      .findOneAndUpdate(newer, { $set: told }, { returnDocument: 'after' })
      .lean<AccountRow>()
    account = updated ?? account
  }
  // Also written to the account: whoever lost their roles there loses their open sessions here.
  if (roles.length === 0) throw noStaffRole()
  return account

  async function makeStaff(): Promise<AccountRow> {
    const row: AccountRow = { _id: newId(), ...owner, ...told, createdAt: now() }
    try {
      await Accounts(db).create(row)
      return row
    } catch (error) {
      if (!hasCode(error, 11_000)) throw error
      const winner = await Accounts(db).findOne(owner).lean<AccountRow>()
      if (!winner) throw error
      return winner
    }
  }
}

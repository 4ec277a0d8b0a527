import type { StaffRole } from '#platform/identity/viewer.ts'
import { newId } from '#platform/ids/new-id.ts'
import { type AccountRow, Accounts } from './accounts.ts'
import { emailInUse } from './errors.ts'
import type { IdentityContext } from './identity-context.ts'
import { hashPassword } from './password.ts'

export interface NewAccount {
  email: string
  password: string
  name: string
  roles: StaffRole[]
}

/**
 * Makes an account.
 * @throws EMAIL_IN_USE
 */
export async function makeAccount(
  ctx: Pick<IdentityContext, 'db' | 'now'>,
  account: NewAccount,
): Promise<AccountRow> {
  const taken = await Accounts(ctx.db).findOne({ email: account.email }, { _id: 1 }).lean<{ _id: string }>()
  if (taken) throw emailInUse({ id: taken._id }) // spares the hash; the index below decides races
  const row: AccountRow = {
    _id: newId(),
    email: account.email,
    name: account.name,
    roles: [...new Set(account.roles)].sort(),
    passwordHash: await hashPassword(account.password),
    createdAt: ctx.now(),
  }
  try {
    await Accounts(ctx.db).create(row)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 11_000) throw error
    const winner = await Accounts(ctx.db)
      .findOne({ email: account.email }, { _id: 1 })
      .lean<{ _id: string }>()
    throw emailInUse({ id: winner?._id ?? '' })
  }
  return row
}

/** Makes the first admin from the configuration, when there is no account at all. */
export async function bootstrapAdmin(ctx: IdentityContext): Promise<void> {
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = ctx.config
  if (!email || !password || (await Accounts(ctx.db).estimatedDocumentCount()) > 0) return
  try {
    await makeAccount(ctx, { email: email.toLowerCase(), password, name: 'Administrator', roles: ['admin'] })
    ctx.log.info('made the first admin')
  } catch (error) {
    // Another router was first.
    if ((error as { code?: unknown }).code !== 'EMAIL_IN_USE') throw error
  }
}

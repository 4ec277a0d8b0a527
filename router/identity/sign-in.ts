import { type AccountRow, Accounts } from './accounts.ts'
import { accountDisabled, signInRefused } from './errors.ts'
import type { Identity } from './identity.ts'
import { countFailure, forgetFailures, refuseWhileLocked } from './lock-out.ts'
import { type ClientPlace, openSession } from './open-session.ts'
import { passwordMatches } from './password.ts'
import type { SignedIn } from './session-tokens.ts'

/**
 * Opens a session for an e-mail and a password.
 * @throws SIGN_IN_REFUSED when they do not fit; RATE_LIMITED after several failures, for a while; ACCOUNT_DISABLED
 */
export async function signIn(
  identity: Pick<Identity, 'ctx' | 'tokens'>,
  { email, password }: { email: string; password: string },
  place: ClientPlace,
): Promise<SignedIn> {
  const { ctx } = identity
  await refuseWhileLocked(ctx, email, place.address)
  const account = await Accounts(ctx.db).findOne({ email }).lean<AccountRow>()
  if (!(await passwordMatches(account?.passwordHash, password)) || !account) {
    await countFailure(ctx, email, place.address)
    throw signInRefused()
  }
  await forgetFailures(ctx, email, place.address)
  if (account.disabledAt) throw accountDisabled()
  return openSession(identity, account, place)
}

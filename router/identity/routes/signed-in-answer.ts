import { accountShown } from '../account-shown.ts'
import type { SignedIn } from '../session-tokens.ts'

/** What a sign-in or a refresh answers; the tokens themselves only to those who do not hold them as cookies. */
export function signedInAnswer(
  { account, expiresAt, tokenExpiresAt, token, refreshToken }: SignedIn,
  giveTokens: boolean,
) {
  return {
    account: accountShown(account),
    expiresAt,
    tokenExpiresAt,
    ...(giveTokens ? { token, refreshToken } : {}),
  }
}

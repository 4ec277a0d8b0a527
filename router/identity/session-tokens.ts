import type { AccountRow } from './accounts.ts'
import type { IdentityContext } from './identity-context.ts'
import type { Issuer } from './issuer.ts'
import type { IssuerKey } from './issuer-key.ts'
import { readRefreshToken, type RefreshClaim, refreshToken } from './refresh-token.ts'
import type { StaffSessionRow } from './staff-sessions.ts'

/** A session, as it is handed to the person who signed in. */
export interface SignedIn {
  account: AccountRow
  sessionId: string
  /** For requests; short-lived. */
  token: string
  tokenExpiresAt: Date
  /** For the next token. */
  refreshToken: string
  /** When the session ends, however often it is refreshed. */
  expiresAt: Date
}

/** Makes the tokens of a session. */
export interface SessionTokens {
  give(account: AccountRow, session: StaffSessionRow): Promise<SignedIn>
  readRefresh(token: string): RefreshClaim | undefined
}

/** @param keys the first one makes; tokens of the others are read until they expire */
export function createSessionTokens(
  ctx: IdentityContext,
  issuer: Issuer,
  keys: readonly [IssuerKey, ...IssuerKey[]],
): SessionTokens {
  return {
    async give(account, { _id: sessionId, expiresAt, generation = 0 }) {
      const wantedMs = ctx.now().getTime() + ctx.config.ACCESS_TOKEN_TTL
      // Tokens count in whole seconds: what is told is what holds.
      const tokenExpiresAt = new Date(Math.floor(Math.min(wantedMs, expiresAt.getTime()) / 1_000) * 1_000)
      return {
        account,
        sessionId,
        token: await issuer.issueStaff(account._id, sessionId, tokenExpiresAt),
        tokenExpiresAt,
        refreshToken: refreshToken(keys[0], { sessionId, generation }),
        expiresAt,
      }
    },
    readRefresh: (token) => readRefreshToken(keys, token),
  }
}

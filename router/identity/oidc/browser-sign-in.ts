import { createHash } from 'node:crypto'
import { safeEqual } from '#platform/identity/constant-time.ts'
import { signInIncomplete } from '../errors.ts'
import type { Identity } from '../identity.ts'
import { type ClientPlace, openSession } from '../open-session.ts'
import type { SignedIn } from '../session-tokens.ts'
import { staffClaims } from './claims.ts'
import { exchangeCode } from './exchange-code.ts'
import { findStaff } from './find-staff.ts'
import type { KnownIssuer } from './oidc-directory.ts'
import { keepPending, randomText, takePending } from './pending-sign-ins.ts'
import { verifyOidcToken } from './verify-oidc-token.ts'

/**
 * Begins a sign-in at another issuer: authorization code with PKCE, state and nonce.
 * @param redirectUri where the issuer sends the browser back to
 * @param returnTo where it goes then
 * @returns the issuer's page, and what this browser has to keep
 */
export async function beginSignIn(
  { ctx }: Pick<Identity, 'ctx'>,
  { config, endpoint }: KnownIssuer,
  redirectUri: string,
  returnTo: string,
): Promise<{ address: URL; state: string; browser: string }> {
  const address = await endpoint('authorization')
  const nonce = randomText()
  const codeVerifier = randomText()
  const pending = { issuer: config.issuer, nonce, codeVerifier, redirectUri, returnTo }
  const { state, browser } = await keepPending(ctx, pending)
  const parameters = {
    response_type: 'code',
    client_id: config.clientId ?? '',
    redirect_uri: redirectUri,
    scope: config.scope,
    state,
    nonce,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return { address, state, browser }
}

/** What the issuer sent the browser back with. */
export interface IssuerAnswer {
  state: string
  code?: string | undefined
  /** Who says it (RFC 9207). */
  iss?: string | undefined
  error?: string | undefined
}

/**
 * Finishes a sign-in: the answer has to be to what this browser began, and ends in a session of our own.
 * @throws SIGN_IN_INCOMPLETE, UNAUTHENTICATED, NO_STAFF_ROLE, ACCOUNT_DISABLED
 */
export async function finishSignIn(
  identity: Pick<Identity, 'ctx' | 'tokens'>,
  issuer: KnownIssuer,
  { state, code, iss, error }: IssuerAnswer,
  browser: string,
  place: ClientPlace,
): Promise<{ signedIn: SignedIn; returnTo: string }> {
  const { ctx } = identity
  const { config, keys } = issuer
  const pending = await takePending(ctx, state, browser)
  if (pending.issuer !== config.issuer || (iss !== undefined && iss !== config.issuer)) {
    throw signInIncomplete({ reason: 'another issuer has answered' })
  }
  if (error !== undefined || !code) throw signInIncomplete({ reason: 'the issuer refused it' })
  const token = await exchangeCode(issuer, code, pending)
  const clientId = config.clientId ?? ''
  const claims = await verifyOidcToken(token, config, keys, ctx.now(), {
    audience: [clientId],
    parties: [clientId],
    partyNeeded: true,
  })
  const { nonce } = claims
  if (typeof nonce !== 'string' || !safeEqual(nonce, pending.nonce)) {
    throw signInIncomplete({ reason: 'the issuer has answered somebody else' })
  }
  const issuedAt = new Date(claims.iat * 1_000)
  const account = await findStaff(ctx, config.issuer, staffClaims(claims, config), issuedAt)
  return { signedIn: await openSession(identity, account, place), returnTo: pending.returnTo }
}

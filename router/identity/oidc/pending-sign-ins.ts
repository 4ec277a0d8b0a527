import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { safeEqual } from '#platform/identity/constant-time.ts'
import { within } from '#platform/waiting/within.ts'
import { signInIncomplete } from '../errors.ts'
import type { IdentityContext } from '../identity-context.ts'

/** How long somebody may take at the issuer. */
export const pendingMs = 10 * 60_000
const storeMs = 3_000

const pendingSignIn = z.object({
  issuer: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
  returnTo: z.string(),
})

/** A sign-in at another issuer that has begun. */
export type PendingSignIn = z.infer<typeof pendingSignIn>

const stored = z.object({ pending: pendingSignIn, browser: z.string() })

export const randomText = (): string => randomBytes(32).toString('base64url')
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const keyOf = ({ config }: Pick<IdentityContext, 'config'>, state: string) =>
  `{${config.NAME_PREFIX}}:router:oidc:${hashOf(state)}`

/**
 * Keeps what the issuer's answer will be checked against.
 * @returns `state` travels by the issuer, `browser` stays in this browser's cookie: an answer counts with both
 */
export async function keepPending(
  ctx: Pick<IdentityContext, 'config' | 'valkey'>,
  pending: PendingSignIn,
): Promise<{ state: string; browser: string }> {
  const state = randomText()
  const browser = randomText()
  const text = JSON.stringify({ pending, browser: hashOf(browser) })
  await within(storeMs, 'keeping a sign-in', ctx.valkey.set(keyOf(ctx, state), text, 'PX', pendingMs))
  return { state, browser }
}

/**
 * Takes a sign-in that has begun; each can be taken once.
 * @throws SIGN_IN_INCOMPLETE when there is none of this state, or another browser began it
 */
export async function takePending(
  ctx: Pick<IdentityContext, 'config' | 'valkey'>,
  state: string,
  browser: string,
): Promise<PendingSignIn> {
  const text = await within(storeMs, 'taking a sign-in', ctx.valkey.getdel(keyOf(ctx, state)))
  if (!text) throw signInIncomplete({ reason: 'it has taken too long, or was finished before' })
  const kept = stored.parse(JSON.parse(text))
  if (!safeEqual(kept.browser, hashOf(browser))) {
    throw signInIncomplete({ reason: 'it was begun in another browser' })
  }
  return kept.pending
}

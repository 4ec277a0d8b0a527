import { createHash } from 'node:crypto'
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { VerifiedIdentity } from '#platform/identity/verified-identity.ts'
import { within } from '#platform/waiting/within.ts'
import { userTokenRefused } from '../errors.ts'
import type { IdentityContext } from '../identity-context.ts'
import { createRemoteKeys } from '../jwt/remote-keys.ts'
import { readUnverified } from '../jwt/read-unverified.ts'
import type { VisitorIssuer } from './visitor-issuers.ts'

const maxChars = 4_096
const maxLifetimeSec = 24 * 60 * 60
const toleranceSec = 30
/** Visits that one token opens: a page that is loaded again, some tabs; not a crowd. */
const maxUses = 20
const storeMs = 3_000

const useScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`

const claims = z.object({
  sub: z.string().min(1).max(200),
  iat: z.number(),
  exp: z.number(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)).optional(),
  phone: z
    .string()
    .transform((text) => parsePhoneNumberFromString(text))
    .refine((phone) => phone?.isValid() === true, 'is no phone number with its country')
    .transform((phone) => phone?.number as string)
    .optional(),
  name: z.string().trim().min(1).max(200).optional(),
})

/** The audience that a page's token has to name: our account, as the graph names it. */
export const userTokenAudience = (account: string): string => `web-chat:${account}`

/**
 * Says who a page's signed user is: `sub`, and where they are there `email`, `phone`, `name`.
 * @throws USER_TOKEN_REFUSED with a reason that helps whoever builds the page
 */
export type VerifyUserToken = (account: string, token: string) => Promise<VerifiedIdentity>

export function createUserTokens(ctx: IdentityContext): VerifyUserToken {
  const byAccount = new Map(
    ctx.config.VISITOR_ISSUERS.map((config) => [config.account, { config, ...checkedBy(ctx, config) }]),
  )

  return async (account, token) => {
    const known = byAccount.get(account)
    if (!known) throw userTokenRefused({ reason: 'this account knows no issuer of users' })
    if (!readUnverified(token, maxChars)) throw userTokenRefused({ reason: 'it is not readable' })
    const { config, key, algorithm } = known
    const now = ctx.now()
    let payload: JWTPayload
    try {
      const verified = await jwtVerify(token, key, {
        algorithms: [algorithm],
        audience: userTokenAudience(account),
        clockTolerance: toleranceSec,
        currentDate: now,
        requiredClaims: ['sub', 'iat', 'exp'],
        ...(config.issuer ? { issuer: config.issuer } : {}),
      })
      payload = verified.payload
    } catch (error) {
      if (error instanceof errors.JOSEError) throw userTokenRefused({ reason: reasonOf(error) })
      throw error
    }
    const read = claims.safeParse(payload)
    if (!read.success) {
      const [issue] = read.error.issues
      throw userTokenRefused({ reason: `${issue?.path.join('.')} ${issue?.message}` })
    }
    const { sub: subject, iat, exp, ...told } = read.data
    if (exp - iat > maxLifetimeSec || iat > now.getTime() / 1_000 + toleranceSec) {
      throw userTokenRefused({ reason: 'it holds for longer than 24 hours' })
    }
    await countUse(ctx, token, exp * 1_000 - now.getTime())
    return { issuer: config.issuer ?? userTokenAudience(account), subject, ...told }
  }
}

function checkedBy(
  ctx: IdentityContext,
  { account, secret, keys, jwksUri }: VisitorIssuer,
): { key: JWTVerifyGetKey; algorithm: string } {
  if (secret !== undefined) {
    const bytes = new TextEncoder().encode(secret)
    return { algorithm: 'HS256', key: async () => bytes }
  }
  if (keys) return { algorithm: 'EdDSA', key: createLocalJWKSet(keys) }
  const address = async () => new URL(jwksUri ?? '')
  const issuer = `The issuer of ${userTokenAudience(account)}`
  return { algorithm: 'EdDSA', key: createRemoteKeys({ issuer, address, now: ctx.now, log: ctx.log }) }
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired'
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} does not fit`
  return 'it is not signed by a key of this account'
}

/** A token that somebody else got hold of opens a bounded number of visits, over all routers. */
async function countUse(ctx: IdentityContext, token: string, leftMs: number): Promise<void> {
  const digest = createHash('sha256').update(token).digest('base64url')
  const key = `{${ctx.config.NAME_PREFIX}}:router:user-token:${digest}`
  const keptMs = Math.ceil(leftMs) + 2 * toleranceSec * 1_000
  const uses = await within(storeMs, 'counting uses', ctx.valkey.eval(useScript, 1, key, keptMs))
  if ((uses as number) > maxUses) throw userTokenRefused({ reason: `it was used ${maxUses} times already` })
}

import { createHash } from 'node:crypto'
import type { JWTVerifyGetKey } from 'jose'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { StaffViewer } from '#platform/identity/viewer.ts'
import { type AccountRow, Accounts } from '../accounts.ts'
import { maxTokenChars } from '../authenticate.ts'
import { BoundedCache } from '../bounded-cache.ts'
import type { Caller } from '../caller.ts'
import { accountDisabled } from '../errors.ts'
import type { IdentityContext } from '../identity-context.ts'
import { createRemoteKeys } from '../jwt/remote-keys.ts'
import { readUnverified } from '../jwt/read-unverified.ts'
import type { Revocations } from '../revocations.ts'
import { staffClaims } from './claims.ts'
import { findStaff } from './find-staff.ts'
import { createIssuerMetadata, type IssuerMetadata } from './issuer-metadata.ts'
import type { OidcIssuer } from './oidc-issuers.ts'
import { verifyOidcToken } from './verify-oidc-token.ts'

/** A verified token is verified again after this: its key may have been removed. */
const verifiedMs = 60_000
/** An account that was disabled, and of which we were not told, is refused after this at the latest. */
const standingMs = 3_000

/** An issuer with what we know of it. */
export interface KnownIssuer {
  config: OidcIssuer
  endpoint: IssuerMetadata
  keys: JWTVerifyGetKey
}

/** The configured issuers of staff. */
export interface OidcDirectory {
  /** By the name in our own addresses. */
  byName: ReadonlyMap<string, KnownIssuer>
  /** The configured issuer that a token claims to be from; nothing for a token of our own. */
  issuerOf(token: string): KnownIssuer | undefined
  /** @throws UNAUTHENTICATED, NO_STAFF_ROLE, ACCOUNT_DISABLED, ISSUER_UNAVAILABLE */
  authenticate(token: string, issuer: KnownIssuer): Promise<Caller>
}

interface Verified {
  viewer: StaffViewer
  expiresAt: Date
  /** Since when the account is known to stand. */
  stoodAtMs: number
}

export function createOidcDirectory(ctx: IdentityContext, revocations: Revocations): OidcDirectory {
  const known = ctx.config.OIDC_ISSUERS.map((config): KnownIssuer => {
    const endpoint = createIssuerMetadata(config, ctx.now)
    const { issuer } = config
    const keys = createRemoteKeys({ issuer, address: () => endpoint('jwks'), now: ctx.now, log: ctx.log })
    return { config, endpoint, keys }
  })
  const byIssuer = new Map(known.map((one) => [one.config.issuer, one]))
  const verified = new BoundedCache<Verified>(10_000, verifiedMs)
  revocations.onRevoked((subject) => {
    verified.deleteWhere(({ viewer }) => subject === `account:${viewer.id}`)
  })

  const verify = async (token: string, { config, keys }: KnownIssuer): Promise<Verified> => {
    const { issuer, audience, clientId, authorizedParties } = config
    const parties = authorizedParties ?? [...audience, ...(clientId ? [clientId] : [])]
    const claims = await verifyOidcToken(token, config, keys, ctx.now(), {
      audience,
      parties,
      partyNeeded: false,
    })
    const staff = staffClaims(claims, config)
    const account = await findStaff(ctx, issuer, staff, new Date(claims.iat * 1_000))
    return {
      // The roles are the token's own, also where a newer one has others.
      viewer: { kind: 'staff', id: account._id, name: staff.name, roles: staff.roles },
      expiresAt: new Date(claims.exp * 1_000),
      stoodAtMs: ctx.now().getTime(),
    }
  }

  const refuseDisabled = async (entry: Verified): Promise<void> => {
    if (ctx.now().getTime() - entry.stoodAtMs < standingMs) return
    const account = await Accounts(ctx.db).findById(entry.viewer.id, { disabledAt: 1 }).lean<AccountRow>()
    if (!account || account.disabledAt) throw accountDisabled()
    entry.stoodAtMs = ctx.now().getTime()
  }

  return {
    byName: new Map(known.map((one) => [one.config.name, one])),

    issuerOf(token) {
      if (byIssuer.size === 0) return undefined
      const issuer = readUnverified(token, maxTokenChars)?.payload['iss']
      return typeof issuer === 'string' ? byIssuer.get(issuer) : undefined
    },

    async authenticate(token, issuer) {
      const key = createHash('sha256').update(token).digest('base64url')
      const cached = verified.get(key)
      const entry = cached ?? (await verify(token, issuer))
      if (cached) await refuseDisabled(cached)
      else verified.set(key, entry)
      const { viewer, expiresAt } = entry
      if (expiresAt <= ctx.now()) throw unauthenticated()
      return { viewer, proof: 'bearer', standsOn: [`account:${viewer.id}`], expiresAt }
    },
  }
}

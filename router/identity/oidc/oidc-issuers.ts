import { z } from 'zod'
import { staffRoles } from '#platform/identity/viewer.ts'
import { trustedAddress } from '../jwt/trusted-address.ts'

/** Signatures by which nobody who can check a token can also make one. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const

/** A claim's name, or its path through objects. */
const claimPath = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(8)])
  .transform((path) => (typeof path === 'string' ? [path] : path))

const oneOrMore = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value))

const oidcIssuer = z
  .strictObject({
    /** In our own addresses: `/auth/oidc/<name>/start`. */
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'has to be 1 to 31 of a-z, 0-9 and -'),
    /** For people: the name of the way in. */
    title: z.string().min(1).max(100).optional(),
    /** As tokens name it, to the letter. */
    issuer: trustedAddress,
    /** Whom its bearer tokens are for: one of these. */
    audience: oneOrMore,
    algorithms: z.array(z.enum(algorithms)).min(1).default(['RS256', 'PS256', 'ES256', 'EdDSA']),
    /** Programs that may have asked for a token (`azp`); the client id and the audiences unless told. */
    authorizedParties: z.array(z.string().min(1)).min(1).optional(),
    /** Which claim makes which roles here; whoever gets none is refused. */
    roles: z.strictObject({
      claim: claimPath,
      values: z.record(z.string(), z.array(z.enum(staffRoles)).min(1)),
    }),
    nameClaim: claimPath.default(['name']),
    emailClaim: claimPath.default(['email']),
    /** Where these are not at the issuer's own origin; otherwise its discovery document tells. */
    jwksUri: trustedAddress.optional(),
    authorizationUri: trustedAddress.optional(),
    tokenUri: trustedAddress.optional(),
    /** Lets people sign in by browser. */
    clientId: z.string().min(1).optional(),
    clientSecret: z.string().min(1).optional(),
    scope: z
      .string()
      .default('openid profile email')
      .refine((scope) => scope.split(' ').includes('openid'), 'has to name openid'),
  })
  .refine(({ clientId, clientSecret }) => clientId || !clientSecret, 'a clientSecret needs a clientId')

export type OidcIssuer = z.output<typeof oidcIssuer>

/** `OIDC_ISSUERS`: JSON, a list of the issuers whose tokens make staff. */
export const oidcIssuers = z.string().transform((text, context): OidcIssuer[] => {
  try {
    const list = z.array(oidcIssuer).max(20).safeParse(JSON.parse(text))
    if (!list.success) {
      // Only which field is wrong: some of the values are secrets.
      const [issue] = list.error.issues
      context.addIssue(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`.trim())
      return z.NEVER
    }
    const twice = (key: 'name' | 'issuer') =>
      new Set(list.data.map((one) => one[key])).size < list.data.length
    if (twice('name') || twice('issuer')) {
      context.addIssue('names an issuer twice')
      return z.NEVER
    }
    return list.data
  } catch {
    context.addIssue('has to be a JSON list of issuers')
    return z.NEVER
  }
})

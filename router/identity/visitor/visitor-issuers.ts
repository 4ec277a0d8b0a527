import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { readKeySet } from '#platform/identity/key-set.ts'
import { trustedAddress } from '../jwt/trusted-address.ts'

const publicKeys = z.unknown().transform((value, context): JSONWebKeySet => {
  try {
    // The private half has no business here.
    return { keys: readKeySet(value).map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid })) }
  } catch {
    context.addIssue('has to be a public Ed25519 key (JWK), or a set of them')
    return z.NEVER
  }
})

const visitorIssuer = z
  .strictObject({
    /** Our web chat account on whose pages the users are signed. */
    account: z.string().min(1).max(41),
    /** Whose users they are; the account's own unless told. Accounts of one shop share it, and so its users. */
    issuer: z.string().min(1).max(100).optional(),
    /** For HS256: 32 characters at least (RFC 7518, section 3.2). */
    secret: z.string().min(32).optional(),
    /** For EdDSA: the keys themselves, or where they are. */
    keys: publicKeys.optional(),
    jwksUri: trustedAddress.optional(),
  })
  .refine(
    ({ secret, keys, jwksUri }) => [secret, keys, jwksUri].filter((one) => one !== undefined).length === 1,
    'has to have one of secret, keys and jwksUri',
  )

export type VisitorIssuer = z.output<typeof visitorIssuer>

/** `VISITOR_ISSUERS`: JSON, a list of those who sign users on the pages of a web chat account. */
export const visitorIssuers = z.string().transform((text, context): VisitorIssuer[] => {
  try {
    const list = z.array(visitorIssuer).max(100).safeParse(JSON.parse(text))
    if (list.success && new Set(list.data.map(({ account }) => account)).size === list.data.length)
      return list.data
    // Only which field is wrong: some of the values are secrets.
    const issue = list.error?.issues[0]
    context.addIssue(issue ? `${issue.path.join('.')} ${issue.message}` : 'names an account twice')
  } catch {
    context.addIssue('has to be a JSON list')
  }
  return z.NEVER
})

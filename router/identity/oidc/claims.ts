import type { StaffRole } from '#platform/identity/viewer.ts'
import type { OidcIssuer } from './oidc-issuers.ts'

type Claims = Readonly<Record<string, unknown>>

/** What an issuer's token says of a person, in our terms. */
export interface StaffClaims {
  subject: string
  name: string
  email: string | undefined
  roles: StaffRole[]
}

function at(claims: Claims, path: readonly string[]): unknown {
  let value: unknown = claims
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Claims)[name]
  }
  return value
}

function text(claims: Claims, path: readonly string[], max: number): string | undefined {
  const value = at(claims, path)
  return typeof value === 'string' && value.trim() ? value.trim().slice(0, max) : undefined
}

/** The claim that names roles is a list, or words with spaces between them (as `scope` is). */
function rolesIn(claims: Claims, { claim, values }: OidcIssuer['roles']): StaffRole[] {
  const value = at(claims, claim)
  const words: unknown[] = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  const roles = words.flatMap((word) =>
    typeof word === 'string' && Object.hasOwn(values, word) ? (values[word] ?? []) : [],
  )
  return [...new Set(roles)].sort()
}

/** Reads a verified token's claims as the issuer's configuration says. */
export function staffClaims(claims: Claims & { sub: string }, config: OidcIssuer): StaffClaims {
  return {
    subject: claims.sub,
    name:
      text(claims, config.nameClaim, 200) ?? text(claims, config.emailClaim, 200) ?? claims.sub.slice(0, 200),
    email: text(claims, config.emailClaim, 320),
    roles: rolesIn(claims, config.roles),
  }
}

import { z } from 'zod'
import { fetchJson } from '../jwt/fetch-json.ts'
import { trustedAddress } from '../jwt/trusted-address.ts'
import type { OidcIssuer } from './oidc-issuers.ts'

export type EndpointName = 'jwks' | 'authorization' | 'token'

/** Where an issuer's endpoints are: as configured, else as its discovery document tells. */
export type IssuerMetadata = (name: EndpointName) => Promise<URL>

const document = z.object({
  issuer: z.string(),
  jwks_uri: trustedAddress.optional(),
  authorization_endpoint: trustedAddress.optional(),
  token_endpoint: trustedAddress.optional(),
})
type Document = z.infer<typeof document>

const memberOf = {
  jwks: 'jwks_uri',
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
} as const satisfies Record<EndpointName, keyof Document>

const freshMs = 60 * 60_000

/**
 * Reads an issuer's discovery document (OpenID Connect Discovery 1.0, section 4) and keeps it for an hour; while the
 * issuer cannot be reached, what it said last. It may only name addresses at its own origin: others have to be
 * configured, so that our requests never go where somebody else points.
 */
export function createIssuerMetadata(config: OidcIssuer, now: () => Date): IssuerMetadata {
  const own = new URL(config.issuer).origin
  const configured = {
    jwks: config.jwksUri,
    authorization: config.authorizationUri,
    token: config.tokenUri,
  }
  let known: { document: Document; atMs: number } | undefined

  const discovered = async (): Promise<Document> => {
    const nowMs = now().getTime()
    if (known && Math.abs(nowMs - known.atMs) < freshMs) return known.document
    try {
      const address = new URL(`${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
      const read = document.parse(await fetchJson(address))
      if (read.issuer !== config.issuer) throw new Error(`${address.href} is of another issuer`)
      known = { document: read, atMs: nowMs }
      return read
    } catch (error) {
      if (known) return known.document
      throw error
    }
  }

  return async (name) => {
    const given = configured[name]
    if (given) return new URL(given)
    const found = (await discovered())[memberOf[name]]
    const address = found === undefined ? null : new URL(found)
    if (address?.origin === own) return address
    known = undefined // it may be mended before the hour is over
    throw new Error(`${memberOf[name]} of ${config.issuer} is not at its own origin: configure it`)
  }
}

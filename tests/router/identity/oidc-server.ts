import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/** What our router is at the issuer: its client, and the audience of tokens for it. */
export const clientId = 'throughline-desk'
export const clientSecret = 'a secret of the desk & its issuer'
export const audience = 'https://throughline.example/api'

export interface SigningKey {
  kid: string
  privateKey: CryptoKey
  jwk: Record<string, unknown>
}

/** A fresh key of an issuer. */
export async function signingKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, privateKey, jwk: { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' } }
}

/** People whom the issuer knows, by their subject. */
const people: Record<string, object> = {
  mei: { name: 'Mei Lin', email: 'mei@issuer.example', groups: ['contact-agents', 'everybody'] },
  guest: { name: 'A Guest', email: 'guest@issuer.example', groups: ['everybody'] },
}

/** A real OpenID provider on this machine, whose signing keys can change and which can go away. */
export async function startOidcServer(redirectUris: string[], first: SigningKey) {
  const asked: string[] = []
  let away = false
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined
  const server = createServer((request, response) => {
    asked.push(request.url?.split('?')[0] ?? '')
    if (away) response.destroy()
    else void handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** The provider signs with the first of the keys and publishes all. */
  const use = (...keys: SigningKey[]) => {
    const provider = new Provider(issuer, {
      jwks: { keys: keys.map(({ jwk }) => jwk) },
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: redirectUris,
          grant_types: ['authorization_code', 'client_credentials'],
          response_types: ['code'],
        },
      ],
      cookies: { keys: ['only for tests'] },
      conformIdTokenClaims: false,
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
      pkce: { required: () => true },
      findAccount: (_ctx: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...people[sub] }),
      }),
      extraTokenClaims: () => ({ groups: ['contact-agents'], name: 'A Program' }),
      features: {
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({ scope: 'read', audience, accessTokenFormat: 'jwt' }),
        },
      },
    })
    handle = provider.callback()
  }
  use(first)

  return {
    issuer,
    /** Paths that were asked for. */
    asked,
    use,
    goAway: (gone: boolean) => {
      away = gone
    },
    /** A token for requests, made by the provider itself. */
    async accessToken(): Promise<string> {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(clientSecret)}`)}`,
        },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          resource: 'https://throughline.example/api',
          scope: 'read',
        }),
      })
      const { access_token: token } = (await response.json()) as { access_token?: string }
      if (!token) throw new Error(`no token: ${response.status}`)
      return token
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type OidcServer = Awaited<ReturnType<typeof startOidcServer>>

/** A token as the issuer could have signed it, with changes. */
export function signedToken(
  issuer: string,
  { kid, privateKey }: SigningKey,
  claims: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
  nowMs = Date.now(),
): Promise<string> {
  const nowSec = Math.floor(nowMs / 1_000)
  const usual = {
    iss: issuer,
    aud: audience,
    sub: 'mei',
    name: 'Mei Lin',
    groups: ['contact-agents'],
    iat: nowSec,
    exp: nowSec + 600,
  }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid, ...header })
    .sign(privateKey)
}

/** OIDC_ISSUERS for this issuer. */
export function issuersFor(issuer: string, more: object = {}): string {
  const roles = {
    claim: 'groups',
    values: { 'contact-agents': ['agent'], 'contact-leads': ['supervisor', 'agent'] },
  }
  return JSON.stringify([
    { name: 'staff', title: 'Our staff', issuer, audience, roles, clientId, clientSecret, ...more },
  ])
}

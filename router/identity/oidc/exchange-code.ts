import { z } from 'zod'
import { signInIncomplete } from '../errors.ts'
import { fetchJson } from '../jwt/fetch-json.ts'
import type { KnownIssuer } from './oidc-directory.ts'
import type { PendingSignIn } from './pending-sign-ins.ts'

const answer = z.object({ id_token: z.string() })

/** A part of HTTP Basic credentials, as OAuth wants it (RFC 6749, section 2.3.1). */
const formEncoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)

/**
 * Exchanges the code of an issuer's answer for the ID token (RFC 6749, section 4.1.3; PKCE by RFC 7636).
 * @throws SIGN_IN_INCOMPLETE
 */
export async function exchangeCode(
  { config: { clientId = '', clientSecret }, endpoint }: KnownIssuer,
  code: string,
  { codeVerifier, redirectUri }: PendingSignIn,
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  })
  const headers: Record<string, string> = {}
  if (clientSecret === undefined) form.set('client_id', clientId)
  else {
    const credentials = Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)
    headers['authorization'] = `Basic ${credentials.toString('base64')}`
  }
  try {
    const body = await fetchJson(await endpoint('token'), { method: 'POST', headers, body: form })
    return answer.parse(body).id_token
  } catch (cause) {
    throw Object.assign(signInIncomplete({ reason: 'the issuer did not confirm it' }), { cause })
  }
}

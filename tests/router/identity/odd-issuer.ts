import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPublicKey } from 'node:crypto'
import type { SigningKey } from './oidc-server.ts'

/** An answer by path; `location` makes it a redirect. */
export type OddAnswers = Record<string, { status?: number; body?: unknown; location?: string }>

/** An issuer as no honest one is: it answers whatever a test wants. */
export async function startOddIssuer(key: SigningKey) {
  const asked: string[] = []
  const answers: OddAnswers = {}
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    asked.push(path)
    const { status = 200, body, location } = answers[path] ?? { status: 404 }
    response
      .writeHead(location ? 302 : status, {
        'content-type': 'application/json',
        ...(location ? { location } : {}),
      })
      .end(typeof body === 'string' ? body : JSON.stringify(body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const publicJwk = createPublicKey({ key: key.jwk, format: 'jwk' }).export({ format: 'jwk' })
  const keySet = { keys: [{ ...publicJwk, kid: key.kid, alg: 'RS256', use: 'sig' }] }
  const discovery = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
  }
  const reset = () => {
    for (const path of Object.keys(answers)) delete answers[path]
    answers['/.well-known/openid-configuration'] = { body: discovery }
    answers['/keys'] = { body: keySet }
  }
  reset()
  return {
    issuer,
    asked,
    answers,
    discovery,
    keySet,
    /** Honest again. */
    reset,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

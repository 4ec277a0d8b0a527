import type { IncomingHttpHeaders } from 'node:http'
import type { ServiceConfig } from '../config/service-config.ts'
import { unauthenticated } from '../errors/unauthenticated.ts'
import { type IdentityVerifier, identityHeader } from '../identity/internal-identity.ts'
import { newId } from '../ids/new-id.ts'
import type { RequestContext, ServiceContext } from '../service/service-context.ts'

/** Makes the context of one request out of its proof of identity. */
export type Identify<C extends ServiceConfig = ServiceConfig> = (
  token: string | undefined,
  requestId: string,
) => Promise<RequestContext<C>>

/** @throws UNAUTHENTICATED (from the function it gives) without a valid internal identity */
export function createIdentify<C extends ServiceConfig>(
  ctx: ServiceContext<C>,
  verifier: IdentityVerifier,
): Identify<C> {
  return async (token, requestId) => {
    if (!token) throw unauthenticated()
    const viewer = await verifier.verify(token)
    return { ...ctx, log: ctx.log.child({ requestId }), viewer, requestId }
  }
}

/** The identity token in the headers, if any. */
export function tokenIn(headers: IncomingHttpHeaders): string | undefined {
  const value = headers[identityHeader]
  return typeof value === 'string' ? value : undefined
}

/** The caller's request id where it is a sane one, or a new one. */
export function requestIdIn(headers: IncomingHttpHeaders): string {
  const value = headers['x-request-id']
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : newId()
}

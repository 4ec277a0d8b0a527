import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'

/** The address of whoever sent a request, or an upgrade to WebSocket. */
export type AddressOf = (request: IncomingMessage) => string

/**
 * Reads addresses: that of the connection, unless it is one of our proxies'; then the last one of X-Forwarded-For that
 * is not. What a client itself wrote into that header stands before it, so it is never taken for the truth.
 * @param trustedProxies addresses and networks (CIDR) of our proxies; without any the header is ignored
 */
export function createAddressOf(trustedProxies: readonly string[]): AddressOf {
  if (!trustedProxies.length) return (request) => request.socket.remoteAddress ?? 'unknown'
  const trust = proxyAddr.compile([...trustedProxies])
  return (request) => (request.socket.remoteAddress === undefined ? 'unknown' : proxyAddr(request, trust))
}

import '@fastify/cookie'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { requestIdIn } from '#platform/server/identify.ts'
import { sessionCookie } from '../../identity/authenticate.ts'
import type { Caller } from '../../identity/caller.ts'
import { originRefused } from '../../identity/errors.ts'
import type { Identity } from '../../identity/identity.ts'
import { isOwnOrigin } from '../../identity/own-origin.ts'
import { onCallerEnd } from '../graphql/caller-end.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import type { RouterConfig } from '../router-config.ts'
import { BoundedSocket } from './bounded-socket.ts'
import { closeCodes } from './close-codes.ts'
import { SocketConnection } from './socket-connection.ts'

const protocol = 'graphql-transport-ws'
const maxMessageBytes = 1024 * 1024
const maxOperations = 100
const initialisationMs = 5_000

/**
 * The graph over WebSocket, on `/graphql` of the same server.
 * @returns how to close all connections, so that clients come back to another router
 */
export function serveSockets(
  app: FastifyInstance,
  front: GraphFront,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): { readonly count: number; close(): void } {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  })
  const sockets = new Set<BoundedSocket>()

  app.server.on('upgrade', (request, stream, head) => {
    if (request.url?.split('?')[0] !== '/graphql') {
      stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
      return
    }
    server.handleUpgrade(request, stream, head, (opened) => {
      const socket = new BoundedSocket(opened)
      sockets.add(socket)
      if (opened.protocol !== protocol) socket.close(closeCodes.badRequest, 'Subprotocol not acceptable')
      const marks = { requestId: requestIdIn(request.headers) }
      let unwatch = () => {}
      const connection = new SocketConnection({
        socket,
        front,
        marks,
        maxOperations,
        authenticate: (parameters) => {
          const cookie = app.parseCookie(request.headers.cookie ?? '')[sessionCookie]
          return authenticateSocket(identity, config, request.headers, cookie, parameters)
        },
        refresh: (caller) => refresh(identity, caller),
        onCaller: (caller) => {
          if (!socket.open) return
          unwatch = onCallerEnd(caller, identity.revocations, () =>
            socket.close(closeCodes.unauthorized, 'Unauthorized'),
          )
        },
      })
      const late = setTimeout(() => {
        if (!connection.acknowledged) {
          socket.close(closeCodes.initialisationTimeout, 'Connection initialisation timeout')
        }
      }, initialisationMs)
      opened.on('message', (data, isBinary) => {
        if (isBinary) socket.close(closeCodes.badRequest, 'Invalid message')
        else void connection.receive(String(data))
      })
      opened.on('error', (err) => front.log.debug({ err, ...marks }, 'a socket has failed'))
      opened.once('close', () => {
        clearTimeout(late)
        unwatch()
        connection.end()
        sockets.delete(socket)
      })
    })
  })

  return {
    get count() {
      return sockets.size
    },
    close() {
      for (const socket of sockets) socket.close(closeCodes.goingAway, 'Going away')
    },
  }
}

/** By `connectionParams.token`, else by the cookie where the page is ours. */
async function authenticateSocket(
  identity: Identity,
  { PUBLIC_URL }: Pick<RouterConfig, 'PUBLIC_URL'>,
  headers: IncomingHttpHeaders,
  cookie: string | undefined,
  { token }: Record<string, unknown>,
): Promise<Caller> {
  if (typeof token === 'string') return identity.authenticate(token, 'bearer')
  if (!cookie) throw unauthenticated()
  if (isOwnOrigin(headers, PUBLIC_URL) !== true) throw originRefused()
  return identity.authenticate(cookie, 'cookie')
}

async function refresh(identity: Identity, caller: Caller): Promise<Caller> {
  if (!caller.sessionId) return caller
  const session = await identity.sessions.find(caller.sessionId)
  if (!session) throw unauthenticated()
  return { ...caller, viewer: session.viewer }
}

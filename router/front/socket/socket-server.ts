import '@fastify/cookie'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { requestIdIn } from '#platform/server/identify.ts'
import { sessionCookie } from '../../identity/authenticate.ts'
import type { Documents } from '../../documents/open-documents.ts'
import type { Caller } from '../../identity/caller.ts'
import { originRefused } from '../../identity/errors.ts'
import type { Identity } from '../../identity/identity.ts'
import { isOwnOrigin } from '../../identity/own-origin.ts'
import type { PartnerKeys } from '../../identity/partner-keys.ts'
import type { Bounds } from '../../live/bounds.ts'
import { onCallerEnd } from '../graphql/caller-end.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import type { LiveLimits } from '../limits/live-limits.ts'
import type { RouterConfig } from '../router-config.ts'
import { ClientSocket } from './client-socket.ts'
import { closeCodes } from './close-codes.ts'
import { Heartbeats } from './heartbeats.ts'
import { type Greet, SocketConnection, type SocketParts } from './socket-connection.ts'

const protocol = 'graphql-transport-ws'
const maxMessageBytes = 256 * 1024
const initialisationMs = 5_000

export interface SocketServerParts {
  front: GraphFront
  identity: Identity
  documents: Pick<Documents, 'resolve'>
  partnerKeys: Pick<PartnerKeys, 'authenticate'>
  limits: LiveLimits
  bounds: Bounds
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'CONNECTION_HEARTBEAT_MS'>
  /** The client's address, seen through the proxies that are trusted. */
  addressOf(request: IncomingMessage): string
}

/** The connections of all clients. */
export interface Sockets {
  readonly count: number
  /** Characters of JSON text that wait for clients to read. */
  readonly waiting: number
  /** Connections that we closed or lost, by their codes. */
  readonly closed: ReadonlyMap<number, number>
  /** Sends everybody away, so that they come back to another router. */
  close(): void
}

/** The graph over WebSocket, on `/graphql` of the same server. */
export function serveSockets(app: FastifyInstance, given: SocketServerParts): Sockets {
  const { front, identity, documents, limits, bounds, config, addressOf } = given
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    autoPong: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  })
  const beats = new Heartbeats<SocketConnection>(config.CONNECTION_HEARTBEAT_MS)
  const closed = new Map<number, number>()
  const parts: SocketParts = {
    front,
    limits,
    resolve: documents.resolve,
    refresh: (caller) => refresh(identity, caller),
    onCallerEnd: (caller, ended) => onCallerEnd(caller, identity.revocations, ended),
  }

  app.server.on('upgrade', (request, stream, head) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuseUpgrade(stream, '404 Not Found')
    const address = addressOf(request)
    if (!limits.connections.take('')) return refuseUpgrade(stream, '503 Service Unavailable')
    if (!limits.addresses.take(address)) {
      limits.connections.give('')
      return refuseUpgrade(stream, '429 Too Many Requests')
    }
    stream.once('close', () => {
      limits.connections.give('')
      limits.addresses.give(address)
    })
    server.handleUpgrade(request, stream, head, (opened) => {
      const socket = new ClientSocket(opened, stream)
      if (opened.protocol !== protocol) socket.close(closeCodes.badRequest, 'Subprotocol not acceptable')
      const marks = { requestId: requestIdIn(request.headers), address }
      const room = { ...bounds, waiting: 0 }
      const connection = new SocketConnection(
        parts,
        socket,
        room,
        marks,
        greeting(app, given, request.headers),
      )
      socket.whenClosing(() => connection.end())
      const forget = beats.add(connection)
      const late = setTimeout(() => {
        if (!connection.acknowledged) {
          socket.close(closeCodes.initialisationTimeout, 'Connection initialisation timeout')
        }
      }, initialisationMs)
      opened.on('message', (data, isBinary) => {
        connection.heard()
        if (isBinary) socket.close(closeCodes.badRequest, 'Invalid message')
        else void connection.receive(String(data))
      })
      opened.on('ping', (data) => connection.pinged(data))
      opened.on('pong', () => connection.heard())
      opened.on('error', (err) => front.log.debug({ err, requestId: marks.requestId }, 'a socket has failed'))
      stream.on('drain', () => connection.flush())
      opened.once('close', (code) => {
        closed.set(code, (closed.get(code) ?? 0) + 1)
        clearTimeout(late)
        forget()
        connection.end()
      })
    })
  })

  return {
    get count() {
      return beats.size
    },
    get waiting() {
      let sum = 0
      for (const connection of beats) sum += connection.waiting
      return sum
    },
    closed,
    close() {
      beats.close()
      for (const connection of beats) connection.close(closeCodes.goingAway, 'Going away')
    },
  }
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

/**
 * How a client proves who it is: by `connectionParams.token`, a partner by `connectionParams.apiKey`, else by the cookie
 * where the page is ours. Of the request only what is needed for that is kept.
 */
function greeting(
  app: FastifyInstance,
  { identity, partnerKeys, config }: SocketServerParts,
  { cookie: cookies, origin, host }: IncomingHttpHeaders,
): Greet {
  return async ({ token, apiKey }) => {
    if (typeof token === 'string') return identity.authenticate(token, 'bearer')
    if (typeof apiKey === 'string') return partnerKeys.authenticate(apiKey)
    const cookie = app.parseCookie(cookies ?? '')[sessionCookie]
    if (!cookie) throw unauthenticated()
    if (isOwnOrigin({ origin, host }, config.PUBLIC_URL) !== true) throw originRefused()
    return identity.authenticate(cookie, 'cookie')
  }
}

async function refresh(identity: Identity, caller: Caller): Promise<Caller> {
  if (!caller.sessionId) return caller
  const session = await identity.sessions.find(caller.sessionId)
  if (!session) throw unauthenticated()
  return { ...caller, viewer: session.viewer }
}

import type { Logger } from 'pino'
import type { CodedError } from '#platform/errors/coded-error.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { SubscriptionParts } from '../engine/engine.ts'
import type { RequestContext, Transport } from '../engine/transport.ts'
import { type ClientBounds, LiveClient } from './live-client.ts'
import type { LiveField } from './live-field.ts'
import { Projection } from './projection.ts'
import { cursorOf, resumeAfter } from './resume.ts'
import { topicRights } from './topic-rights.ts'
import { Upstream } from './upstream.ts'

export interface LiveHubOptions {
  transport: Pick<Transport, 'subscribe'>
  /** What subgraphs are told about a viewer, proved anew at each call. */
  contextFor(viewer: Viewer): Promise<RequestContext>
  log: Logger
  bounds?: ClientBounds
}

export interface JoinRequest {
  parts: SubscriptionParts
  /** How the subscription's field is delivered; unknown fields are never shared and do not resume. */
  field: LiveField | undefined
  /** Equal for operations whose results look the same: text, name and variables. */
  operationKey: string
  viewer: Viewer
  onOverflow?(error: CodedError): void
}

/**
 * Joins equal subscriptions: what asks the same of the same subgraph under the same rights shares one upstream, and
 * what asks for the same result shares its completion. Joining and leaving cost the same whatever the number of
 * clients.
 */
export class LiveHub {
  readonly #options: LiveHubOptions
  readonly #upstreams = new Map<string, Upstream>()
  #unshared = 0
  #clients = 0

  constructor(options: LiveHubOptions) {
    this.#options = options
  }

  /** Subscriptions held at subgraphs, and the clients that follow them. */
  get figures(): { upstreams: number; clients: number } {
    return { upstreams: this.#upstreams.size, clients: this.#clients }
  }

  /** Follows a topic for one client; the client ends it by `return()`. */
  join(request: JoinRequest): LiveClient {
    const { parts, field, operationKey } = request
    const rights = topicRights(request.viewer, field?.topic)
    const kind = field?.kind ?? 'EVENT'
    const after = kind === 'EVENT' && field ? cursorOf(parts.payload) : undefined
    const shared = field !== undefined && after === undefined
    const source = JSON.stringify([
      rights.key,
      parts.service,
      parts.payload.query,
      parts.payload.variables ?? {},
    ])
    const key = shared ? source : `${++this.#unshared} ${source}`

    const upstream = this.#upstream(key, request, kind, after, rights.viewer)
    const projection = upstream.projection(
      operationKey,
      () =>
        new Projection({
          kind,
          complete: async (event) => parts.onEvent(event, await this.#options.contextFor(rights.viewer)),
          log: this.#options.log,
          onEmpty: () => upstream.release(operationKey),
        }),
    )
    const client = new LiveClient({
      kind,
      bounds: this.#options.bounds,
      onOverflow: request.onOverflow,
      onLeave: (leaving) => {
        this.#clients--
        projection.leave(leaving)
      },
    })
    this.#clients++
    projection.join(client)
    return client
  }

  /** Ends all clients and all upstreams. */
  close(): void {
    for (const upstream of [...this.#upstreams.values()]) upstream.close()
  }

  #upstream(
    key: string,
    { parts: { service, payload }, field }: JoinRequest,
    kind: 'STATE' | 'EVENT',
    after: string | undefined,
    viewer: Viewer,
  ): Upstream {
    const known = this.#upstreams.get(key)
    if (known) return known
    const { transport, contextFor, log } = this.#options
    const upstream = new Upstream({
      kind,
      topic: field?.topic ?? service,
      after,
      open: async (cursor) =>
        transport.subscribe(
          service,
          kind === 'EVENT' && field && cursor !== undefined && cursor !== after
            ? resumeAfter(payload, cursor)
            : payload,
          await contextFor(viewer),
        ),
      log,
      onEnd: () => this.#upstreams.delete(key),
    })
    this.#upstreams.set(key, upstream)
    void upstream.run()
    return upstream
  }
}

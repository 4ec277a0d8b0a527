import type { Logger } from 'pino'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { Refusal } from '../engine/operation.ts'
import type { RequestContext, Transport } from '../engine/transport.ts'
import { refusalBy } from './refusal-by.ts'
import { subscriptionRemoved } from './errors.ts'
import type { FollowedTopic } from './followed-topic.ts'
import { LiveClient, type WaitingRoom } from './live-client.ts'
import type { LiveSink } from './live-sink.ts'
import { Projection } from './projection.ts'
import { Upstream } from './upstream.ts'

export interface LiveHubOptions {
  transport: Pick<Transport, 'subscribe'>
  /** What subgraphs are told about a viewer, proved anew at each call. */
  contextFor(viewer: Viewer): Promise<RequestContext>
  log: Logger
}

/** A subscription as it was asked for: works out what it follows, again after each change of the supergraph. */
export type FollowAnew = () => FollowedTopic | Refusal

export interface JoinRequest {
  topic: FollowedTopic
  anew: FollowAnew
  sink: LiveSink
  /** Shared by all subscriptions of one connection. */
  room: WaitingRoom
  /** Instead of the cursor that the request itself gives. */
  after?: string | undefined
}

/** What the hub holds now, and what it has done. */
export interface LiveFigures {
  /** Subscriptions held at subgraphs. */
  upstreams: number
  /** Subscriptions that clients hold at the router. */
  clients: number
  /** Events and states that subgraphs have sent. */
  events: number
  /** Times a client came from further back than the last events that are kept. */
  resumed: number
}

/** The clients of one projection, and how they came there. */
interface Followers {
  topic: FollowedTopic
  anew: FollowAnew
}

/**
 * Joins equal subscriptions: what asks the same of the same subgraph under the same rights shares one upstream, and
 * what asks for the same result shares its completion. Joining and leaving cost the same whatever the number of
 * clients. Who comes from further back catches up on an upstream of its own (shared by all who come from the same
 * place) and changes over without a seam.
 */
export class LiveHub {
  readonly #options: LiveHubOptions
  readonly #upstreams = new Map<string, Upstream>()
  readonly #followers = new Map<Projection, Followers>()
  /** Where each client is. */
  readonly #seats = new Map<LiveClient, Projection>()
  #lone = 0
  #events = 0
  #resumed = 0

  constructor(options: LiveHubOptions) {
    this.#options = options
  }

  get figures(): LiveFigures {
    return {
      upstreams: this.#upstreams.size,
      clients: this.#seats.size,
      events: this.#events,
      resumed: this.#resumed,
    }
  }

  /** Follows a topic for one client, which ends it by `leave()`. */
  join({ topic, anew, sink, room, after = topic.after }: JoinRequest): LiveClient {
    const client = new LiveClient({
      kind: topic.kind,
      sink,
      room,
      after: topic.resumable ? after : undefined,
      onLeave: (leaving) => {
        const projection = this.#seats.get(leaving)
        this.#seats.delete(leaving)
        projection?.leave(leaving)
      },
    })
    this.#enter(client, topic, anew)
    return client
  }

  /**
   * Takes all subscriptions over to a supergraph that has just become the current one. What is asked of the subgraphs
   * as before goes on untouched; what is asked differently now goes on behind its last event; only what does not fit
   * any more ends, and says why.
   */
  reload(): void {
    for (const [projection, { topic, anew }] of [...this.#followers]) {
      const next = anew()
      if ('errors' in next) {
        const reasons = next.errors.map(({ message }) => message)
        projection.end(refusalBy(subscriptionRemoved({ reasons })))
      } else if (next.kind !== topic.kind) {
        projection.end(refusalBy(subscriptionRemoved({ reasons: ['It is delivered in another way now.'] })))
      } else if (next.upstreamKey === topic.upstreamKey && next.projectionKey === topic.projectionKey) {
        this.#followers.set(projection, { topic: next, anew })
      } else {
        for (const client of projection.clients) {
          // First the new place: an upstream that both need is not given up in between.
          this.#enter(client, next, anew)
          projection.leave(client)
        }
      }
    }
  }

  /** Ends all clients and all upstreams. */
  close(): void {
    for (const upstream of [...this.#upstreams.values()]) upstream.close()
  }

  #enter(client: LiveClient, topic: FollowedTopic, anew: FollowAnew): void {
    const { resumable, shared, upstreamKey, projectionKey } = topic
    const key = shared ? upstreamKey : `${++this.#lone} ${upstreamKey}`
    const upstream = this.#upstream(key, topic)
    const projection = upstream.projection(projectionKey, () => this.#projection(upstream, topic, anew))
    this.#seats.set(client, projection)
    if (!resumable || projection.covers(client.place)) projection.attach(client)
    else projection.expect(client, this.#catchUp(key, topic, client.place?.cursor ?? '', projection))
  }

  #projection(upstream: Upstream, topic: FollowedTopic, anew: FollowAnew): Projection {
    const projection: Projection = new Projection({
      kind: topic.kind,
      complete: (event) => this.#complete(projection, topic, event),
      log: this.#options.log,
      onEmpty: () => {
        this.#followers.delete(projection)
        upstream.release(topic.projectionKey)
      },
    })
    this.#followers.set(projection, { topic, anew })
    return projection
  }

  /** Where clients that come from a place catch up with the topic. */
  #catchUp(key: string, topic: FollowedTopic, cursor: string, main: Projection): Projection {
    this.#resumed++
    const projectionOf = (upstreamKey: string): Projection => {
      const upstream = this.#upstream(upstreamKey, topic, cursor)
      return upstream.projection(
        topic.projectionKey,
        () =>
          new Projection({
            kind: topic.kind,
            complete: (event) => this.#complete(main, topic, event),
            log: this.#options.log,
            onEmpty: () => upstream.release(topic.projectionKey),
            onProgress: () => main.settle(),
          }),
      )
    }
    const shared = projectionOf(`${key}\n${cursor}`)
    // One that has gone on too far already is of no use to who comes later.
    return !shared.begun || shared.covers({ cursor })
      ? shared
      : projectionOf(`${key}\n${cursor}\n${++this.#lone}`)
  }

  /** By what the projection's followers ask now: a reload may have changed it. */
  async #complete(
    projection: Projection,
    topic: FollowedTopic,
    event: Parameters<FollowedTopic['complete']>[0],
  ) {
    const now = this.#followers.get(projection)?.topic ?? topic
    return now.complete(event, await this.#options.contextFor(now.viewer))
  }

  #upstream(key: string, topic: FollowedTopic, after?: string): Upstream {
    const known = this.#upstreams.get(key)
    if (known) return known
    const { transport, contextFor, log } = this.#options
    const { kind, name, resumable, service, viewer } = topic
    const upstream = new Upstream({
      kind,
      topic: name,
      resumable: resumable || (kind === 'STATE' && topic.shared),
      after,
      open: async (cursor) => transport.subscribe(service, topic.payload(cursor), await contextFor(viewer)),
      log,
      onEvent: () => this.#events++,
      onEnd: () => this.#upstreams.delete(key),
    })
    this.#upstreams.set(key, upstream)
    void upstream.run()
    return upstream
  }
}

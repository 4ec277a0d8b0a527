import type { Access } from './authorization/access.ts'
import type { CancelSignal } from './cancelation.ts'
import type { ResponseError } from './errors.ts'
import type { JsonObject } from './json.ts'

/** Begins a span for each request to a subgraph. */
export interface FetchTrace {
  fetch(service: string): FetchSpan
}

export interface FetchSpan {
  /** Tells the subgraph which span it is called by (W3C trace context). */
  readonly traceparent: string
  end(failed: boolean): void
}

/** What a request carries through the engine to the subgraphs. */
export interface RequestContext {
  /** Headers sent to every subgraph, names in lower case. */
  readonly headers: Record<string, string>
  /**
   * The viewer's rights in a canonical form. Equal reads and subscription sockets are shared only under an equal key;
   * an empty key shares with nobody.
   */
  readonly dedupeKey: string
  /** What the viewer may see; left out, nothing that is protected. */
  readonly access?: Access
  /**
   * For subscriptions: the connection's own name and proof. Those of the same name share connections, and each carries
   * `headers` in its message's extensions, so that many viewers need few connections.
   */
  readonly connection?: { readonly name: string; readonly headers: Record<string, string> }
  /** Headers for one subgraph instead of `headers`, where they differ. Names in lower case. */
  readonly headersFor?: (service: string) => Record<string, string>
  /** Aborted when nobody waits for the answer, or it has used up its time: what is under way is stopped then. */
  readonly signal?: CancelSignal
  /** Follows each fetch in a trace. */
  readonly trace?: FetchTrace
  /** Subgraph requests made for this request, counted by the engine. */
  requests: number
  /** The operation's estimated cost, told by the engine. */
  cost?: number
}

/** One answer of a subgraph, or one event of a subscription. */
export interface SubgraphResponse {
  data?: JsonObject | null
  errors?: readonly ResponseError[]
  extensions?: JsonObject
}

/** What a subgraph's subscription is asked for. */
export interface SubscriptionPayload {
  query: string
  variables?: JsonObject
}

/** The way to the subgraphs. */
export interface Transport {
  /**
   * Sends one GraphQL request.
   * @param body the JSON text of the request
   * @param read whether it may be repeated and shared: never true within a mutation
   * @returns an answer of its own: the caller may change it
   * @throws SubgraphError when the subgraph could not be asked or answered something that is not GraphQL
   */
  fetch(service: string, body: string, context: RequestContext, read: boolean): Promise<SubgraphResponse>
  /**
   * Subscribes at a subgraph. Ending the iteration ends the subscription there.
   * @throws SubgraphError out of the iteration, when the subgraph is lost
   */
  subscribe(
    service: string,
    payload: SubscriptionPayload,
    context: RequestContext,
  ): AsyncIterable<SubgraphResponse>
}

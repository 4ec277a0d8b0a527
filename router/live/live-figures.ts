/** What the live hub has done and holds, for the metrics. */
export class LiveFigures {
  /** Events and states that subgraphs have sent. */
  events = 0
  /** Times a client came from further back than the last events that are kept. */
  resumed = 0
  readonly #counts: Record<'upstreams' | 'clients', () => number> = { upstreams: () => 0, clients: () => 0 }

  /** Says how something is counted that changes all the time. */
  count(what: 'upstreams' | 'clients', counted: () => number): void {
    this.#counts[what] = counted
  }

  /** Subscriptions held at subgraphs now. */
  get upstreams(): number {
    return this.#counts.upstreams()
  }

  /** Subscriptions that clients hold at the router now. */
  get clients(): number {
    return this.#counts.clients()
  }
}

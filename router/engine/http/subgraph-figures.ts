import { Bucketed } from '#platform/metrics/bucketed.ts'

/** How a request to a subgraph ended; `refused` was never sent, because the subgraph is left alone. */
export type FetchOutcome = 'ok' | 'timeout' | 'unavailable' | 'canceled' | 'refused'

/** What is counted about one subgraph, where it happens. Read by whoever shows metrics. */
export class SubgraphFigures {
  /** Requests that wait for their answer. */
  inFlight = 0
  /** Reads that were sent once more. */
  retries = 0
  /** Reads that were not sent once more, because too many were. */
  retriesRefused = 0
  /** Reads that got the answer of an equal one. */
  shared = 0
  readonly seconds: Readonly<Record<FetchOutcome, Bucketed>> = {
    ok: new Bucketed(),
    timeout: new Bucketed(),
    unavailable: new Bucketed(),
    canceled: new Bucketed(),
    refused: new Bucketed(),
  }
}

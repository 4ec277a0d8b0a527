/** What a fleet of clients is to do. */
export interface FleetPlan {
  url: string
  clients: number
  /** Given to the clients in turn; none where nobody has to prove anything. */
  tokens: string[]
  query: string
  /** The topics that the clients follow, in turn: client 3 of two lists follows those of the second. */
  topics: string[][]
}

/** How a fleet stands. Counts are over all clients and their topics since the last `reset`. */
export interface FleetFigures {
  clients: number
  /** Clients whose connection was acknowledged. */
  acknowledged: number
  /** Topics of which the client knows where it stands. */
  positioned: number
  received: number
  /** Clients that have received something. */
  served: number
  /** Sequences that were passed over. */
  lost: number
  /** Sequences that came again or late. */
  duplicated: number
  longestGapMs: number
  /** For each topic, where the client that is furthest behind stands. */
  slowest: Record<string, number>
  /** How connections ended: by which close code, or `unreachable`. */
  closes: Record<string, number>
  /** Operations that the server ended, by what it said. */
  refusals: Record<string, number>
}

export type FleetCommand =
  | { kind: 'connect'; plan: FleetPlan }
  | { kind: 'subscribe' | 'pause' | 'resume' | 'reset' | 'figures' | 'latencies' }

/** The answer to `figures` is FleetFigures, to `latencies` the ages of all events received, in milliseconds. */
export type FleetAnswer = { id: number; value?: FleetFigures | Float64Array }

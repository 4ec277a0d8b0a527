import type { Engine } from '../engine/engine.ts'
import type { AddressedTransport } from '../engine/http-transport.ts'
import type { LiveField } from '../live/live-field.ts'
import type { Supergraph } from './supergraph.ts'

/**
 * Everything that is worked out of one supergraph, and nothing of another one. It never changes: a request takes the
 * current graph once, at its beginning, and ends on it, whatever is swapped meanwhile.
 */
export interface Graph {
  readonly supergraph: Supergraph
  readonly engine: Engine
  /** The live topics behind the subscription fields. */
  readonly liveFields: ReadonlyMap<string, LiveField>
  /** Each subgraph's GraphQL address. */
  readonly urls: Readonly<Record<string, string>>
  /** The way to the subgraphs at these addresses. */
  readonly transport: AddressedTransport
}

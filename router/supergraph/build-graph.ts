import { Engine } from '../engine/engine.ts'
import { subgraphUrls } from '../engine/http/subgraph-urls.ts'
import type { Transport } from '../engine/transport.ts'
import { liveFieldsOf } from '../live/live-field.ts'
import type { Graph } from './graph.ts'
import type { Supergraph } from './supergraph.ts'

export interface GraphParts {
  transport: Transport
  /** Where subgraphs are, for those that are not where the supergraph says. */
  urls: Readonly<Record<string, string>>
}

/**
 * Builds what serves one supergraph.
 * @throws Error when it is none, or cannot be planned on
 */
export function buildGraph(supergraph: Supergraph, { transport, urls }: GraphParts): Graph {
  const engine = new Engine({ supergraph: supergraph.sdl, transport })
  return {
    supergraph,
    engine,
    liveFields: liveFieldsOf(engine.schema),
    urls: { ...subgraphUrls(supergraph.sdl), ...urls },
  }
}

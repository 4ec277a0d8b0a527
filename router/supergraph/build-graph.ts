import { Engine } from '../engine/engine.ts'
import { subgraphUrls } from '../engine/http/subgraph-urls.ts'
import type { HttpTransport } from '../engine/http-transport.ts'
import { liveFieldsOf } from '../live/live-field.ts'
import type { Graph } from './graph.ts'
import type { Supergraph } from './supergraph.ts'

export interface GraphParts {
  transport: HttpTransport
  /** Where subgraphs are, for those that are not where the supergraph says. */
  urls: Readonly<Record<string, string>>
  /** Whether mistakes are answered with the names that come near; true unless told. */
  suggestions?: boolean
}

/**
 * Builds what serves one supergraph.
 * @throws Error when it is none, or cannot be planned on
 */
export function buildGraph(
  supergraph: Supergraph,
  { transport, urls, suggestions = true }: GraphParts,
): Graph {
  const addresses = subgraphUrls(supergraph.sdl)
  for (const service of Object.keys(addresses)) addresses[service] = urls[service] ?? addresses[service] ?? ''
  const addressed = transport.use(addresses)
  try {
    const engine = new Engine({ supergraph: supergraph.sdl, transport: addressed, suggestions })
    return {
      supergraph,
      engine,
      liveFields: liveFieldsOf(engine.schema),
      urls: addresses,
      transport: addressed,
    }
  } catch (error) {
    addressed.release()
    throw error
  }
}

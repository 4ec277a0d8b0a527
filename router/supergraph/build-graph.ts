import { Engine } from '../engine/engine.ts'
import { engineSchemaInSlices } from '../engine/engine-schema.ts'
import { subgraphUrls } from '../engine/http/subgraph-urls.ts'
import { contracts } from '../identity/field-access.ts'
import type { HttpTransport } from '../engine/http-transport.ts'
import { liveFieldsOf } from '../live/live-field.ts'
import { checkSupergraph } from './checks/check-supergraph.ts'
import type { Graph } from './graph.ts'
import { plannerRefused, SupergraphRefused } from './problem.ts'
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
 * @param turn lets other work happen between the parts of it
 * @throws Error when the planner refuses it
 */
export async function buildGraph(
  supergraph: Supergraph,
  { transport, urls, suggestions = true }: GraphParts,
  turn: () => Promise<void> = async () => {},
): Promise<Graph> {
  const schema = await engineSchemaInSlices(supergraph.sdl, contracts, turn)
  const addresses = subgraphUrls(supergraph.sdl)
  for (const service of Object.keys(addresses)) addresses[service] = urls[service] ?? addresses[service] ?? ''
  await turn()
  const addressed = transport.use(addresses)
  const engine = new Engine({ supergraph: supergraph.sdl, schema, transport: addressed, suggestions })
  return {
    supergraph,
    engine,
    liveFields: liveFieldsOf(engine.schema),
    urls: addresses,
    transport: addressed,
  }
}

/**
 * Builds the graph that a router begins with: checked, not tried, since there is nothing yet that could serve on.
 * @throws SupergraphRefused
 */
export async function buildFirstGraph(supergraph: Supergraph, parts: GraphParts): Promise<Graph> {
  const problems = checkSupergraph(supergraph.sdl, parts.urls)
  if (problems.length) throw new SupergraphRefused(problems)
  try {
    return await buildGraph(supergraph, parts)
  } catch (error) {
    throw new SupergraphRefused([plannerRefused(error)])
  }
}

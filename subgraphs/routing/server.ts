import { startSubgraph } from '#platform/server/start-subgraph.ts'
import { routingSubgraph } from './definition.ts'

await startSubgraph(routingSubgraph)

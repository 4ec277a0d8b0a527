import { startSubgraph } from '#platform/server/start-subgraph.ts'
import { metricsSubgraph } from './definition.ts'

await startSubgraph(metricsSubgraph)

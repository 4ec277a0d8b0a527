import { startSubgraph } from '#platform/server/start-subgraph.ts'
import { customerSubgraph } from './definition.ts'

await startSubgraph(customerSubgraph)

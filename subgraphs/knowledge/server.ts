import { startSubgraph } from '#platform/server/start-subgraph.ts'
import { knowledgeSubgraph } from './definition.ts'

await startSubgraph(knowledgeSubgraph)

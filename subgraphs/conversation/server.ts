import { startSubgraph } from '#platform/server/start-subgraph.ts'
import { conversationSubgraph } from './definition.ts'

await startSubgraph(conversationSubgraph)

import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { onMessageRecorded } from './consumers/message-recorded.ts'
import { resolvers } from './resolvers/resolvers.ts'
import { articleIndexOf } from './services/article-index.ts'

/** The knowledge subgraph: published articles, and which of them may help in a conversation. */
export const knowledgeSubgraph: SubgraphDefinition = {
  name: 'knowledge',
  schema: new URL('./schema.graphql', import.meta.url),
  resolvers,
  consumers: [onMessageRecorded],
  async started(ctx) {
    await articleIndexOf(ctx).warm(ctx)
    return undefined
  },
}

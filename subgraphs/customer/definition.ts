import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { onMessageRecorded } from './consumers/message-recorded.ts'
import { onSessionEnded } from './consumers/session-ended.ts'
import { onSessionStarted } from './consumers/session-started.ts'
import { resolvers } from './resolvers/resolvers.ts'

/** The customer subgraph: who contacts us, over all channels. */
export const customerSubgraph: SubgraphDefinition = {
  name: 'customer',
  schema: new URL('./schema.graphql', import.meta.url),
  resolvers,
  consumers: [onSessionStarted, onMessageRecorded, onSessionEnded],
}

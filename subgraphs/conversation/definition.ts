import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { type ConversationConfig, conversationConfig } from './config.ts'
import { onContactReleased } from './consumers/contact-released.ts'
import { onIdentityResolved } from './consumers/identity-resolved.ts'
import { onReservationAccepted } from './consumers/reservation-accepted.ts'
import { connectCallJob } from './jobs/connect-call.ts'
import { deliverMessagesJob } from './jobs/deliver-messages.ts'
import { drainLanes } from './jobs/drain-lanes.ts'
import { replayPayloadJob } from './jobs/replay-payload.ts'
import { firstWrapUpCodes } from './migrations/first-wrap-up-codes.ts'
import { resolvers } from './resolvers/resolvers.ts'
import { hooks } from './routes/hooks.ts'
import { runSweeper } from './services/run-sweeper.ts'

/** The conversation subgraph. */
export const conversationSubgraph: SubgraphDefinition<ConversationConfig> = {
  name: 'conversation',
  schema: new URL('./schema.graphql', import.meta.url),
  resolvers,
  config: conversationConfig,
  consumers: [onContactReleased, onIdentityResolved, onReservationAccepted],
  jobs: [...drainLanes, replayPayloadJob, deliverMessagesJob, connectCallJob],
  migrations: [firstWrapUpCodes],
  routes: (app, ctx) => hooks(app, ctx),
  started: (ctx) => runSweeper(ctx),
}

import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { onAgentPresenceChanged } from './consumers/agent-presence-changed.ts'
import { onMessageRecorded } from './consumers/message-recorded.ts'
import { onReservationAccepted } from './consumers/reservation-accepted.ts'
import { onReservationClosed } from './consumers/reservation-closed.ts'
import { onReservationCreated } from './consumers/reservation-created.ts'
import { onSessionAnswered } from './consumers/session-answered.ts'
import { onSessionEnded } from './consumers/session-ended.ts'
import { onSessionStarted } from './consumers/session-started.ts'
import { onSessionWrappedUp } from './consumers/session-wrapped-up.ts'
import { onSlaMet } from './consumers/sla-met.ts'
import { onSlaMissed } from './consumers/sla-missed.ts'
import { onSlaWarned } from './consumers/sla-warned.ts'
import { onWorkItemClosed } from './consumers/work-item-closed.ts'
import { onWorkItemQueued } from './consumers/work-item-queued.ts'
import { resolvers } from './resolvers/resolvers.ts'

/** The metrics subgraph: figures of its own, from every event of a contact. */
export const metricsSubgraph: SubgraphDefinition = {
  name: 'metrics',
  schema: new URL('./schema.graphql', import.meta.url),
  resolvers,
  consumers: [
    onAgentPresenceChanged,
    onMessageRecorded,
    onReservationAccepted,
    onReservationClosed,
    onReservationCreated,
    onSessionAnswered,
    onSessionEnded,
    onSessionStarted,
    onSessionWrappedUp,
    onSlaMet,
    onSlaMissed,
    onSlaWarned,
    onWorkItemClosed,
    onWorkItemQueued,
  ],
}

import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { type RoutingConfig, routingConfig } from './config.ts'
import { onIdentityResolved } from './consumers/identity-resolved.ts'
import { onSessionAnswered } from './consumers/session-answered.ts'
import { onSessionEnded } from './consumers/session-ended.ts'
import { onSessionTurn } from './consumers/session-turn.ts'
import { onSessionWrappedUp } from './consumers/session-wrapped-up.ts'
import { onWorkRequested } from './consumers/work-requested.ts'
import { wakeJob } from './jobs/wake.ts'
import { defaults } from './migrations/0001-defaults.ts'
import { routingLog } from './migrations/0002-routing-log.ts'
import { queueSettings } from './migrations/0003-queue-settings.ts'
import { skillKinds } from './migrations/0004-skills.ts'
import { slaSettings } from './migrations/0005-sla-settings.ts'
import { kindsOfReservation } from './migrations/0006-kinds-of-reservation.ts'
import { whoLeft } from './migrations/0007-who-left.ts'
import { linesInMemory } from './migrations/0008-lines-in-memory.ts'
import { resolvers } from './resolvers/resolvers.ts'
import { numberSlaEvents } from './services/sla/number-sla-events.ts'
import { slaPendingTopic } from './services/sla/sla-topics.ts'
import { watchDesks } from './services/agents/watch-desks.ts'
import { runLeader } from './services/leader/run-leader.ts'
import { moveOutOfRemoved } from './services/queues/move-out-of-removed.ts'
import { runRepeatedly } from './services/run-repeatedly.ts'
import { countDemand } from './services/skills/demand/count-demand.ts'
import { skillRefreshTopic } from './services/skills/order-refresh.ts'
import { refreshSkills } from './services/skills/refresh-skills.ts'
import { followSettings } from './services/sla/settings/follow-settings.ts'
import { slaSettingsTopic } from './services/sla/settings/settings-changed.ts'
import { applyEarlyNews } from './services/work/apply-early-news.ts'
import { parkSilent } from './services/work/park-work.ts'
import { runSweeper } from './services/timers/run-sweeper.ts'
import { renewCertifications } from './services/skills/training/renew-certifications.ts'

/** The routing subgraph. */
export const routingSubgraph: SubgraphDefinition<RoutingConfig> = {
  name: 'routing',
  schema: new URL('./schema.graphql', import.meta.url),
  resolvers,
  config: routingConfig,
  consumers: [
    onIdentityResolved,
    onWorkRequested,
    onSessionAnswered,
    onSessionEnded,
    onSessionTurn,
    onSessionWrappedUp,
  ],
  jobs: [wakeJob],
  migrations: [
    defaults,
    routingLog,
    queueSettings,
    skillKinds,
    slaSettings,
    kindsOfReservation,
    whoLeft,
    linesInMemory,
  ],
  started(ctx) {
    const everyMs = 1_000
    const stops = [
      runLeader(ctx, ctx.config.ROUTING_LEASE_MS),
      // In every process: their writes are conditional, so several of them do each thing once.
      runSweeper(ctx),
      watchDesks(ctx, {
        silentMs: ctx.config.ROUTING_DESK_SILENT_MS,
        graceMs: ctx.config.ROUTING_GIVE_BACK_MS,
      }),
      runRepeatedly(ctx, { name: 'silent customers', everyMs, pass: () => parkSilent(ctx) }),
      runRepeatedly(ctx, { name: 'early news', everyMs, pass: () => applyEarlyNews(ctx) }),
      runRepeatedly(ctx, { name: 'removed queues', everyMs, pass: () => moveOutOfRemoved(ctx) }),
      runRepeatedly(ctx, {
        name: 'number',
        everyMs,
        topic: slaPendingTopic,
        pass: () => numberSlaEvents(ctx),
      }),
      runRepeatedly(ctx, {
        name: 'skills',
        everyMs,
        topic: skillRefreshTopic,
        pass: () => refreshSkills(ctx),
      }),
      runRepeatedly(ctx, {
        name: 'follow SLA settings',
        everyMs: 5_000,
        topic: slaSettingsTopic,
        pass: () => followSettings(ctx),
      }),
      runRepeatedly(ctx, {
        name: 'demand',
        everyMs: Math.min(15_000, ctx.config.ROUTING_COUNT_DEMAND_MS),
        pass: () => countDemand(ctx, ctx.config.ROUTING_COUNT_DEMAND_MS),
      }),
      runRepeatedly(ctx, { name: 'trainings', everyMs: 3_600_000, pass: () => renewCertifications(ctx) }),
    ]
    return async () => {
      await Promise.all(stops.map((stop) => stop()))
    }
  },
}

import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { ServiceContext } from '#platform/service/service-context.ts'

/** What a process tells of its part in leading. */
export type LeaderMetrics = ReturnType<typeof createLeaderMetrics>

const made = new WeakMap<Registry, LeaderMetrics>()

/** The figures of this process, made once. */
export function leaderMetrics(ctx: Pick<ServiceContext, 'metrics'>): LeaderMetrics {
  const { registry } = ctx.metrics
  const known = made.get(registry)
  if (known) return known
  const metrics = createLeaderMetrics([registry])
  made.set(registry, metrics)
  return metrics
}

function createLeaderMetrics(registers: Registry[]) {
  return {
    decisions: new Counter({
      name: 'throughline_routing_decisions_total',
      help: 'Offers that the core decided on.',
      registers,
    }),
    offers: new Counter({
      name: 'throughline_routing_offers_total',
      help: 'Decisions by what became of them: written, or refused because an agent or a contact had changed.',
      labelNames: ['outcome'],
      registers,
    }),
    batchSize: new Histogram({
      name: 'throughline_routing_batch_size',
      help: 'Offers that were written together.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'throughline_routing_commit_seconds',
      help: 'Time to write a batch of offers.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    waiting: new Gauge({
      name: 'throughline_routing_waiting',
      help: 'Contacts that wait, as the core of this process knows it.',
      registers,
    }),
    backlog: new Gauge({
      name: 'throughline_routing_backlog',
      help: 'Offers decided on and not written yet.',
      registers,
    }),
    feedLagSeconds: new Gauge({
      name: 'throughline_routing_feed_lag_seconds',
      help: 'Age of the newest entry of the routing log when it reached the core.',
      registers,
    }),
    warm: new Gauge({
      name: 'throughline_routing_warm',
      help: '1 while this process has the core in memory and follows the log, leading or standing by.',
      registers,
    }),
    leading: new Gauge({
      name: 'throughline_routing_leading',
      help: '1 while this process leads the routing core.',
      registers,
    }),
    takeOvers: new Counter({
      name: 'throughline_routing_take_overs_total',
      help: 'Times that this process became the leader.',
      registers,
    }),
    rebuilds: new Counter({
      name: 'throughline_routing_rebuilds_total',
      help: 'Times that the core was read from the store anew.',
      registers,
    }),
  }
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The Prometheus metrics of one process, all with the label `service`. */
export type Metrics = ReturnType<typeof createMetrics>

/** @param processWide whether Node's own figures belong to it (once in a process) */
export function createMetrics(service: string, { processWide }: { processWide: boolean }) {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  if (processWide) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'throughline_http_request_seconds',
      help: 'Time to answer an HTTP request.',
      labelNames: ['method', 'route', 'status'],
      buckets: secondsBuckets,
      registers,
    }),
    graphqlSeconds: new Histogram({
      name: 'throughline_graphql_operation_seconds',
      help: 'Time to execute a GraphQL operation, by its type and whether it had errors.',
      labelNames: ['operation', 'outcome'],
      buckets: secondsBuckets,
      registers,
    }),
    outboxLagSeconds: new Gauge({
      name: 'throughline_outbox_lag_seconds',
      help: 'Age of the oldest event that has not left the outbox.',
      registers,
    }),
    relayedEvents: new Counter({
      name: 'throughline_relayed_events_total',
      help: 'Events that have left the outbox.',
      registers,
    }),
    consumerLagSeconds: new Histogram({
      name: 'throughline_consumer_lag_seconds',
      help: 'Time from an event to the end of its consumption.',
      labelNames: ['type'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600],
      registers,
    }),
    workFailures: new Counter({
      name: 'throughline_work_failures_total',
      help: 'Tries of events and jobs that failed.',
      labelNames: ['kind', 'name'],
      registers,
    }),
    deadLetters: new Counter({
      name: 'throughline_dead_letters_total',
      help: 'Events and jobs that were given up and kept.',
      labelNames: ['kind', 'name'],
      registers,
    }),
    liveSubscribers: new Gauge({
      name: 'throughline_live_subscribers',
      help: 'Subscriptions that follow a live topic.',
      labelNames: ['kind'],
      registers,
    }),
  }
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { SeriesHistogram } from './series-histogram.ts'

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
    httpSeconds: new SeriesHistogram(
      registry,
      'throughline_http_request_seconds',
      'Time to answer an HTTP request.',
      ['method', 'route', 'status'],
    ),
    graphqlSeconds: new SeriesHistogram(
      registry,
      'throughline_graphql_operation_seconds',
      'Time to execute a GraphQL operation, by its name where that is a released one, its type, and how it ended.',
      ['name', 'operation', 'outcome'],
    ),
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

import { Counter, Gauge, type Registry } from 'prom-client'
import { SeriesHistogram } from '#platform/metrics/series-histogram.ts'
import type { BreakerState } from '../engine/http/circuit-breaker.ts'
import type { SubgraphReport } from '../engine/http/subgraph-connections.ts'
import type { SubgraphFigures } from '../engine/http/subgraph-figures.ts'

const states: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 }

/** Shows what the transport counts about each subgraph; read only when the page is asked for. */
export function measureSubgraphs(registry: Registry, transport: { figures: Iterable<SubgraphReport> }): void {
  const registers = [registry]
  const counter = (name: string, help: string, count: (figures: SubgraphFigures) => number) =>
    new Counter({
      name,
      help,
      labelNames: ['subgraph'],
      registers,
      collect() {
        this.reset()
        for (const { service, figures } of transport.figures) this.inc({ subgraph: service }, count(figures))
      },
    })
  counter('throughline_router_subgraph_retries_total', 'Reads sent once more.', ({ retries }) => retries)
  counter(
    'throughline_router_subgraph_retries_refused_total',
    'Reads that were not sent once more, because too many were.',
    ({ retriesRefused }) => retriesRefused,
  )
  counter(
    'throughline_router_subgraph_shared_total',
    'Reads that got the answer of an equal one under way.',
    ({ shared }) => shared,
  )
  new SeriesHistogram(
    registry,
    'throughline_router_subgraph_seconds',
    'Time until a subgraph answered, by how that ended.',
    ['subgraph', 'outcome'],
    (histogram) => {
      for (const { service, figures } of transport.figures) {
        for (const [outcome, bucketed] of Object.entries(figures.seconds)) {
          if (bucketed.count > 0) histogram.show(bucketed, service, outcome)
        }
      }
    },
  )
  new Gauge({
    name: 'throughline_router_subgraph_in_flight',
    help: 'Requests that wait for a subgraph.',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const { service, figures } of transport.figures) {
        this.set({ subgraph: service }, figures.inFlight)
      }
    },
  })
  new Gauge({
    name: 'throughline_router_subgraph_breaker',
    help: 'The circuit breaker: 0 closed, 1 one request tries, 2 open.',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const { service, breaker } of transport.figures) this.set({ subgraph: service }, states[breaker])
    },
  })
}

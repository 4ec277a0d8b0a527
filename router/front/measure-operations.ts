import { Counter, Gauge, type Registry } from 'prom-client'
import type { Metrics } from '#platform/metrics/create-metrics.ts'
import type { Bucketed } from '#platform/metrics/bucketed.ts'
import { SeriesHistogram } from '#platform/metrics/series-histogram.ts'
import type { Operation } from '../engine/operation.ts'
import type { CurrentGraph } from '../supergraph/current-graph.ts'

/** Counts operations and what became of them. */
export interface OperationMeter {
  /** @param code of its first error; `ok` without */
  executed(operation: Operation, code: string | undefined, ms: number): void
  /** What was turned away before anything was asked of a subgraph. */
  refused(code: string): void
  /** Bytes of an answer, before they are compressed. */
  sent(bytes: number): void
}

/** Codes beyond so many are counted together: subgraphs may make up their own. */
const maxCodes = 100

/** @param knownNames of released operations; all others are counted as `other` */
export function measureOperations(
  metrics: Pick<Metrics, 'registry' | 'graphqlSeconds'>,
  knownNames: ReadonlySet<string>,
): OperationMeter {
  const registers = [metrics.registry]
  const series = new WeakMap<Operation, Map<string, Bucketed>>()
  const codes = new Set<string>()
  const bounded = (code: string) => {
    if (codes.has(code)) return code
    if (codes.size >= maxCodes) return 'OTHER'
    codes.add(code)
    return code
  }
  const refusals = new Counter({
    name: 'throughline_router_refused_total',
    help: 'Requests to the graph that were turned away before a subgraph was asked, by code.',
    labelNames: ['code'],
    registers,
  })
  let bytes = 0
  new Counter({
    name: 'throughline_router_response_bytes_total',
    help: 'Bytes of the graph’s answers over HTTP, before compression.',
    registers,
    collect() {
      this.reset()
      this.inc(bytes)
    },
  })
  return {
    executed(operation, code, ms) {
      let own = series.get(operation)
      if (!own) series.set(operation, (own = new Map()))
      const outcome = code === undefined ? 'ok' : bounded(code)
      let bucketed = own.get(outcome)
      if (!bucketed) {
        const name = operation.name !== undefined && knownNames.has(operation.name) ? operation.name : 'other'
        bucketed = metrics.graphqlSeconds.with(name, operation.type, outcome)
        own.set(outcome, bucketed)
      }
      bucketed.observe(ms / 1000)
    },
    refused: (code) => refusals.inc({ code: bounded(code) }),
    sent: (more) => {
      bytes += more
    },
  }
}

/** Shows how the current graph's plans are kept. Counted anew for each supergraph. */
export function measurePlans(registry: Registry, current: Pick<CurrentGraph, 'graph'>): void {
  const registers = [registry]
  new Counter({
    name: 'throughline_router_plan_lookups_total',
    help: 'Operations looked for among the prepared ones, by whether they were there.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = current.graph.engine.plans
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'miss' }, misses)
    },
  })
  new Gauge({
    name: 'throughline_router_plans',
    help: 'Prepared operations that are kept.',
    registers,
    collect() {
      this.set(current.graph.engine.kept)
    },
  })
  new SeriesHistogram(
    registry,
    'throughline_router_planning_seconds',
    'Time to parse, check, plan and compile an operation.',
    [],
    (histogram) => histogram.show(current.graph.engine.plans.seconds),
  )
}

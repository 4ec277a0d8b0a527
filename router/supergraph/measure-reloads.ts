import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { CurrentGraph } from './current-graph.ts'
import type { Reload } from './reloads.ts'

/**
 * Shows which supergraph serves, and what became of new ones.
 * @returns takes down a reload
 */
export function measureReloads(registry: Registry, current: CurrentGraph): (reload: Reload) => void {
  const registers = [registry]
  new Gauge({
    name: 'throughline_router_supergraph_info',
    help: 'Always 1; the labels tell which supergraph serves.',
    labelNames: ['version', 'sha256'],
    registers,
    collect() {
      const { version, sha256 } = current.graph.supergraph
      this.reset()
      this.set({ version, sha256 }, 1)
    },
  })
  const reloads = new Counter({
    name: 'throughline_router_supergraph_reloads_total',
    help: 'Supergraphs that were offered, by what became of them: swapped or refused.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of ['swapped', 'refused']) reloads.inc({ outcome }, 0)
  const seconds = new Histogram({
    name: 'throughline_router_supergraph_reload_seconds',
    help: 'Time from the offer of a supergraph to its swap or refusal, its trial in another process included.',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  })
  const blocks = new Histogram({
    name: 'throughline_router_supergraph_reload_block_seconds',
    help: 'The longest time for which a reload kept everything else waiting.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers,
  })
  const lost = new Counter({
    name: 'throughline_router_supergraph_lost_operations_total',
    help: 'Operations in use that a new supergraph no longer takes.',
    registers,
  })
  return (reload) => {
    if (reload.outcome === 'unchanged') return
    reloads.inc({ outcome: reload.outcome })
    seconds.observe({ outcome: reload.outcome }, reload.seconds)
    if (reload.outcome !== 'swapped') return
    blocks.observe(reload.longestBlockMs / 1000)
    lost.inc(reload.lost.length)
  }
}

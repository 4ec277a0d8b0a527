import type { PartSpan, Tracing } from '#platform/server/tracing.ts'
import type { FetchTrace } from '../../engine/transport.ts'

/**
 * Follows what completes one live event: a trace of its own that begins with its first fetch, and is over when no fetch
 * runs any more. An event that asks nobody leaves no trace.
 */
export function traceEvent(tracing: Pick<Tracing, 'root'>): FetchTrace | undefined {
  const { root: begin } = tracing
  if (!begin) return undefined
  let root: PartSpan | undefined
  let running = 0
  let over = false
  return {
    fetch(service) {
      root ??= begin('live event')
      running++
      const fetch = root.part('fetch', { call: true, attributes: { 'throughline.subgraph': service } })
      return {
        traceparent: fetch.traceparent,
        end(failed) {
          fetch.end(failed)
          if (--running > 0 || over) return
          over = true
          root?.end(failed)
        },
      }
    },
  }
}

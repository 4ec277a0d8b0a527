import type { SubgraphResponse } from '../engine/transport.ts'
import type { Position } from './live-message.ts'

/** Where an event stands in its topic, when the subgraph tells it (`extensions.live`). */
export function positionOf(event: SubgraphResponse): Position | undefined {
  const { sequence, cursor } = liveOf(event) ?? {}
  return typeof sequence === 'number' && typeof cursor === 'string' ? { sequence, cursor } : undefined
}

/** Whether this is no event, but where the topic stood when the subscription began. */
export function isHead(event: SubgraphResponse): boolean {
  return liveOf(event)?.head === true
}

function liveOf({ extensions }: SubgraphResponse) {
  const live = extensions?.live
  return typeof live === 'object' && live !== null && !Array.isArray(live) ? live : undefined
}

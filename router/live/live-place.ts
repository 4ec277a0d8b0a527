import type { SubgraphResponse } from '../engine/transport.ts'

/** What the router needs of `extensions.live`: where an event stands in its topic. */
export interface LivePlace {
  sequence?: number
  cursor?: string
  /** No event: where the topic stood when the subscription began. */
  head?: boolean
}

/** The place of an event, where the subgraph tells one. */
export function livePlaceOf({ extensions }: SubgraphResponse): LivePlace | undefined {
  const live = extensions?.live
  if (typeof live !== 'object' || live === null || Array.isArray(live)) return undefined
  const { sequence, cursor, head } = live
  return {
    ...(typeof sequence === 'number' ? { sequence } : {}),
    ...(typeof cursor === 'string' ? { cursor } : {}),
    ...(head === true ? { head } : {}),
  }
}

import { defineError } from '#platform/errors/define-error.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { BoundRequests } from '../../traffic/graph-rates.ts'
import type { RouterConfig } from '../router-config.ts'
import { CountedLimit } from './counted-limit.ts'

/** The address, or the viewer, holds as many live connections as it may. */
export const tooManyConnections = defineError<{ max: number }>(
  'TOO_MANY_CONNECTIONS',
  429,
  ({ max }) => `At most ${max} live connections at once. Close others first.`,
)

/** The viewer follows as many topics as they may, over all connections. */
export const tooManySubscriptions = defineError<{ max: number }>(
  'TOO_MANY_SUBSCRIPTIONS',
  429,
  ({ max }) => `At most ${max} subscriptions at once. End others first.`,
)

/** What live clients of one router may hold at once. */
export interface LiveLimits {
  /** Connections in all; one key. */
  readonly connections: CountedLimit
  /** Connections of each address. */
  readonly addresses: CountedLimit
  /** Connections of each viewer. */
  readonly viewers: CountedLimit
  /** Subscriptions of each viewer. */
  readonly subscriptions: CountedLimit
  /** Operations in a minute, over all routers. */
  readonly requests: Pick<BoundRequests, 'take'>
}

export function createLiveLimits(
  config: Pick<
    RouterConfig,
    | 'MAX_CONNECTIONS'
    | 'MAX_CONNECTIONS_PER_ADDRESS'
    | 'MAX_CONNECTIONS_PER_VIEWER'
    | 'MAX_SUBSCRIPTIONS_PER_VIEWER'
  >,
  requests: LiveLimits['requests'],
): LiveLimits {
  return {
    connections: new CountedLimit(config.MAX_CONNECTIONS),
    addresses: new CountedLimit(config.MAX_CONNECTIONS_PER_ADDRESS),
    viewers: new CountedLimit(config.MAX_CONNECTIONS_PER_VIEWER),
    subscriptions: new CountedLimit(config.MAX_SUBSCRIPTIONS_PER_VIEWER),
    requests,
  }
}

/** The name under which a viewer's connections and subscriptions are counted. */
export function countedName(viewer: Viewer): string {
  return 'id' in viewer ? `${viewer.kind} ${viewer.id}` : viewer.kind
}

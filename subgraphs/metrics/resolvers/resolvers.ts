import type { Resolvers } from '../generated/resolvers.ts'
import { Queue } from './Queue.ts'
import { channelMetrics } from './query/channelMetrics.ts'
import { liveMetrics } from './query/liveMetrics.ts'
import { liveMetricsChanged } from './subscription/liveMetricsChanged.ts'

/** The whole graph of this subgraph. */
export const resolvers: Resolvers = {
  Query: { channelMetrics, liveMetrics },
  Subscription: { liveMetricsChanged },
  Queue,
}

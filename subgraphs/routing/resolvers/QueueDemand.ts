import type { QueueDemandResolvers } from '../generated/resolvers.ts'

export const QueueDemand: QueueDemandResolvers = {
  mediaType: ({ demand }) => demand.mediaType,
  arrivalsPerHour: ({ demand }) => [...demand.arrivalsPerHour],
  handleTime: ({ demand }) => Math.round(demand.handle.meanMs),
  handleTimeAssumed: ({ assumed }) => assumed,
  patience: ({ demand }) => (demand.patience ? Math.round(demand.patience.meanMs) : null),
}

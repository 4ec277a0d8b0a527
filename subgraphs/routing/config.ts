import { z } from 'zod'
import { serviceConfig } from '#platform/config/service-config.ts'

/** What the routing process reads from its environment. */
export const routingConfig = serviceConfig.extend({
  /** How long a leader that fell silent stays leader. */
  ROUTING_LEASE_MS: z.coerce.number().int().min(500).max(60_000).default(1_500),
  /** The least time between two counts of the demand for skills. */
  ROUTING_COUNT_DEMAND_MS: z.coerce.number().int().min(1_000).max(3_600_000).default(60_000),
})

export type RoutingConfig = z.infer<typeof routingConfig>

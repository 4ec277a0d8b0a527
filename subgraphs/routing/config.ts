import { z } from 'zod'
import { serviceConfig } from '#platform/config/service-config.ts'

/** What the routing process reads from its environment. */
export const routingConfig = serviceConfig.extend({
  /** How long a leader that fell silent stays leader. */
  ROUTING_LEASE_MS: z.coerce.number().int().min(500).max(60_000).default(1_500),
  /** The least time between two counts of the demand for skills. */
  ROUTING_COUNT_DEMAND_MS: z.coerce.number().int().min(1_000).max(3_600_000).default(60_000),
  /** An agent's desk that shows no sign of life for so long is gone, and the agent signed off. */
  ROUTING_DESK_SILENT_MS: z.coerce.number().int().min(500).max(3_600_000).default(45_000),
  /** What an agent who signed off or was lost has in hand is given back after so long. */
  ROUTING_GIVE_BACK_MS: z.coerce.number().int().min(0).max(86_400_000).default(120_000),
})

export type RoutingConfig = z.infer<typeof routingConfig>

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import type { StaffedAgent } from './staffing.ts'

const maxAgents = 5_000

/** All agents who are not signed off. */
export async function signedOnAgents(ctx: ServiceContext): Promise<StaffedAgent[]> {
  return Agents(ctx.db)
    .find(
      { presence: { $in: ['AVAILABLE', 'BUSY', 'AWAY'] } },
      { presence: 1, skills: 1, capacity: 1, free: 1 },
    )
    .limit(maxAgents)
    .lean()
}

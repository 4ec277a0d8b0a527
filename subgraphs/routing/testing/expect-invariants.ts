import { expect } from 'vitest'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../models/agent.ts'
import { liveReservationStatuses, Reservations } from '../models/reservation.ts'

/** Of one snapshot: never two live reservations of a kind for one work item; never over capacity; what is free is what nobody holds. */
export async function expectInvariants(ctx: ServiceContext): Promise<void> {
  const { agents, live } = await ctx.transaction(async (session) => ({
    agents: await Agents(ctx.db).find().session(session).lean(),
    live: await Reservations(ctx.db)
      .find({ status: { $in: liveReservationStatuses } })
      .session(session)
      .lean(),
  }))
  expect(new Set(live.map(({ workItemId, kind }) => `${workItemId} ${kind}`)).size).toBe(live.length)
  for (const agent of agents) {
    const held = live
      .filter(({ agentId }) => agentId === agent._id)
      .reduce((sum, { weight }) => sum + weight, 0)
    expect(held).toBeLessThanOrEqual(agent.capacity.total)
    expect(agent.free).toBe(agent.capacity.total - held)
  }
}

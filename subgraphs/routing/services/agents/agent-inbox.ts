import type { ServiceContext } from '#platform/service/service-context.ts'
import { noRoutingProfile } from '../../errors.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import { liveReservations } from '../work/live-reservations.ts'

/** The desk of one agent. */
export interface Inbox {
  agent: AgentRecord
  offers: ReservationRecord[]
  inHand: ReservationRecord[]
}

/**
 * The agent, what is offered to them, and what they have in hand.
 * @throws NO_ROUTING_PROFILE
 */
export async function agentInbox(ctx: ServiceContext, agentId: string): Promise<Inbox> {
  const [agent, reservations] = await Promise.all([
    Agents(ctx.db).findById(agentId).lean(),
    liveReservations(ctx, [agentId]),
  ])
  if (!agent) throw noRoutingProfile({ agentId })
  const live = reservations.get(agentId) ?? []
  return {
    agent,
    offers: live
      .filter(({ status }) => status === 'PENDING')
      .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()),
    inHand: live.filter(({ status }) => status !== 'PENDING'),
  }
}

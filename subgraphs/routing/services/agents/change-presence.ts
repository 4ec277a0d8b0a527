import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { agentPresenceChanged } from '#schema/events/agent-presence-changed.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { announceChange } from '../announce-change.ts'
import { agentState } from '../log/agent-state.ts'
import { recordRouting } from '../log/record-routing.ts'
import { closeReservation } from '../work/close-reservation.ts'
import { requeueWork } from '../work/requeue-work.ts'

/** What an agent says, or what somebody else concludes for them. */
export interface PresenceChange {
  status: PresenceStatus
  /** MISSED_OFFER: only while they still count as available. SIGN_LOST: nothing is heard of their desk. */
  reason?: 'MISSED_OFFER' | 'SIGN_LOST' | 'SUPERVISOR'
  /** The supervisor. */
  actorId?: string
}

/**
 * Changes an agent's presence. Offers that still ring for somebody who leaves go to the next agent at once; contacts
 * in hand stay.
 * @returns the agent as they stand; null when they have no routing profile
 */
export async function changePresence(
  ctx: ServiceContext,
  agentId: string,
  { status, reason, actorId }: PresenceChange,
  session: ClientSession,
): Promise<AgentRecord | null> {
  const at = ctx.now()
  const agent = await Agents(ctx.db)
    .findOneAndUpdate(
      { _id: agentId, presence: reason === 'MISSED_OFFER' ? 'AVAILABLE' : { $ne: status } },
      {
        $set: {
          presence: status,
          presenceSince: at,
          ...(status === 'AVAILABLE' ? { idleSince: at } : {}),
          ...(status === 'OFFLINE' ? { leftAt: at } : {}),
          ...(reason ? { presenceReason: reason } : {}),
        },
        $unset: {
          ...(status === 'OFFLINE' ? {} : { leftAt: 1 }),
          ...(reason ? {} : { presenceReason: 1 }),
        },
        $inc: { presenceVersion: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!agent) return Agents(ctx.db).findById(agentId).session(session).lean()
  if (status === 'AWAY' || status === 'OFFLINE') await rescindOffers(ctx, agentId, session)
  await recordRouting(ctx, session, {
    at,
    kind: 'PRESENCE',
    reason: reason ?? status,
    agentId,
    ...(actorId ? { actorId } : {}),
    command: { kind: 'AGENT_CHANGED', agent: agentState(agent) },
  })
  await ctx.emit(agentPresenceChanged, { agentId, status, changedAt: at }, session, agent.presenceVersion)
  announceChange(ctx, session, { agentId })
  return agent
}

async function rescindOffers(ctx: ServiceContext, agentId: string, session: ClientSession): Promise<void> {
  const pending = await Reservations(ctx.db)
    .find({ agentId, status: 'PENDING' }, { _id: 1 })
    .session(session)
    .lean()
  for (const { _id } of pending) {
    const rescinded = await closeReservation(ctx, { _id }, 'RESCINDED', session)
    if (rescinded) await requeueWork(ctx, rescinded, 'AGENT_LEFT', session)
  }
}

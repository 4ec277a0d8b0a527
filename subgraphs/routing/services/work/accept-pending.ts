import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'

/**
 * Turns a pending reservation of the agent into an accepted one, and assigns its work item.
 * @returns null when it is not pending (or not theirs)
 */
export async function acceptPending(
  ctx: ServiceContext,
  reservationId: string,
  agentId: string,
  reason: 'ACCEPTED' | 'ANSWERED',
  session: ClientSession,
): Promise<ReservationRecord | null> {
  const at = ctx.now()
  const reservation = await Reservations(ctx.db)
    .findOneAndUpdate(
      { _id: reservationId, agentId, status: 'PENDING' },
      { $set: { status: 'ACCEPTED', decidedAt: at } },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!reservation) return null
  const { workItemId, sessionId, queueId } = reservation
  const item = await WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: workItemId, status: 'RESERVED', reservationId },
      { $set: { status: 'ASSIGNED' }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  const agent = await Agents(ctx.db).findById(agentId, { name: 1 }).session(session).lean()
  if (!item || !agent) throw new Error(`reservation ${reservationId} was pending without its item or agent`)
  await recordRouting(ctx, session, {
    at,
    kind: 'ACCEPTED',
    reason,
    workItemId,
    agentId,
    queueId,
    reservationId,
  })
  await ctx.emit(
    reservationAccepted,
    {
      reservationId,
      workItemId,
      sessionId,
      conversationId: item.conversationId,
      mediaType: item.mediaType,
      queueId,
      agentId,
      agentName: agent.name,
      acceptedAt: at,
    },
    session,
    2,
  )
  announceChange(ctx, session, { agentId })
  return reservation
}

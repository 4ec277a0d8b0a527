import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'

/**
 * Turns a pending reservation of the agent into an accepted one, and assigns its work item. A consult joins its agent
 * to the one who keeps the contact.
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
  const item = await take(ctx, reservation, at, session)
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
  if (reservation.kind === 'CONSULT') announceChange(ctx, session, { agentId: item.servedBy })
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
      ...(reservation.kind === 'CONSULT' ? { consult: true } : {}),
      acceptedAt: at,
    },
    session,
    2,
  )
  announceChange(ctx, session, { agentId })
  return reservation
}

async function take(
  ctx: ServiceContext,
  { _id: reservationId, kind, workItemId, agentId }: ReservationRecord,
  at: Date,
  session: ClientSession,
): Promise<WorkItemRecord | null> {
  const options = { session, returnDocument: 'after' } as const
  if (kind === 'CONSULT') {
    const where = { _id: workItemId, consultReservationId: reservationId }
    return WorkItems(ctx.db)
      .findOneAndUpdate(where, { $inc: { version: 1 } }, options)
      .lean()
  }
  return WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: workItemId, status: 'RESERVED', reservationId },
      [
        {
          $set: {
            status: 'ASSIGNED',
            servedBy: agentId,
            version: { $add: ['$version', 1] },
            callback: { $cond: ['$callback', { $mergeObjects: ['$callback', { takenAt: at }] }, '$$REMOVE'] },
          },
        },
        { $unset: ['onlyAgentId', 'onlyAgentUntil', 'notBefore', 'silentSince'] },
      ],
      { ...options, updatePipeline: true },
    )
    .lean()
}

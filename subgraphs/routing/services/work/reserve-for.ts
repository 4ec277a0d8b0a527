import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { Agents } from '../../models/agent.ts'
import { Queues } from '../../models/queue.ts'
import { type ReservationKind, type ReservationRecord, Reservations } from '../../models/reservation.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { type RoutingEntry, recordRouting } from '../log/record-routing.ts'
import { reserved } from '../log/reserved.ts'
import { armExpiry } from './arm-expiry.ts'
import type { Room } from './find-room.ts'

const usualTimeoutMs = 30_000

/**
 * Offers a contact to the person whom somebody chose, past the core: it rings there at once. The work item has to be
 * written by the caller, in the same transaction, which also found the room.
 */
export async function reserveFor(
  ctx: ServiceContext,
  item: WorkItemRecord,
  { agent, weight }: Room,
  kind: ReservationKind,
  entry: Pick<RoutingEntry, 'kind' | 'reason' | 'actorId'>,
  session: ClientSession,
): Promise<ReservationRecord> {
  const { _id: workItemId, sessionId, queueId, mediaType } = item
  const agentId = agent._id
  const at = ctx.now()
  // The snapshot makes it safe to write what was read: whoever takes the room in between makes this one run again.
  await Agents(ctx.db).updateOne(
    { _id: agentId },
    { $inc: { free: -weight }, $set: { idleSince: at } },
    { session },
  )
  const queue = await Queues(ctx.db).findById(queueId, { reservationTimeoutMs: 1 }).session(session).lean()
  const reservation: ReservationRecord = {
    _id: newId(),
    kind,
    workItemId,
    sessionId,
    queueId,
    agentId,
    mediaType,
    weight,
    status: 'PENDING',
    createdAt: at,
    expiresAt: new Date(at.getTime() + (queue?.reservationTimeoutMs ?? usualTimeoutMs)),
  }
  const reservationId = reservation._id
  await Reservations(ctx.db).insertMany([reservation], { session })
  const command = reserved(reservation, item.version + 1)
  await recordRouting(ctx, session, { at, ...entry, workItemId, agentId, queueId, reservationId, command })
  const about = { reservationId, workItemId, sessionId, queueId, agentId, createdAt: at }
  await ctx.emit(reservationCreated, about, session, 1)
  armExpiry(ctx, reservation, session)
  announceChange(ctx, session, { agentId })
  return reservation
}

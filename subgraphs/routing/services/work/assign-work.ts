import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { closeReservation } from './close-reservation.ts'
import { findRoom } from './find-room.ts'
import { reserveFor } from './reserve-for.ts'

/**
 * A supervisor gives a contact that waits, or rings elsewhere, to one agent: it rings there at once. Refused when the
 * agent is not there or has no room. Asked again for the same agent, nothing changes.
 */
export async function assignWork(
  ctx: ServiceContext,
  workItemId: string,
  agentId: string,
  actorId: string,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    const live = item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    const holds = live?.status === 'PENDING' || live?.status === 'ACCEPTED'
    if (holds && live.agentId === agentId) return { saved: item, refusals: [] }
    if (item.status === 'ASSIGNED') {
      return refused('IN_HAND', 'Somebody has this contact. Take it back first.', 'workItemId')
    }
    if (item.status !== 'QUEUED' && item.status !== 'RESERVED' && item.status !== 'PARKED') {
      return refused('WORK_OVER', 'This contact is over.', 'workItemId')
    }
    const { saved: room, refusals } = await findRoom(ctx, item, agentId, session)
    if (!room) return { saved: null, refusals }
    if (live?.status === 'PENDING') await closeReservation(ctx, { _id: live._id }, 'RESCINDED', session)
    const entry = { kind: 'ASSIGNED', reason: 'SUPERVISOR', actorId } as const
    const { _id: reservationId } = await reserveFor(ctx, item, room, 'PRIMARY', entry, session)
    const saved = await WorkItems(ctx.db)
      .findByIdAndUpdate(
        workItemId,
        {
          $set: { status: 'RESERVED', reservationId },
          $unset: { onlyAgentId: 1, onlyAgentUntil: 1, parkedAt: 1 },
          $inc: { version: 1 },
        },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
    return { saved, refusals: [] }
  })
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type TransferRecord, type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { announceChange } from '../announce-change.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { findRoom } from './find-room.ts'
import { reserveFor } from './reserve-for.ts'
import type { WorkInHand } from './work-in-hand.ts'

/**
 * Offers a contact to a second agent while the first one keeps it: both of them have it in hand and in their capacity
 * until it is handed over or the consult ends. There is one at a time.
 */
export async function startConsult(
  ctx: ServiceContext,
  { item, reservation }: WorkInHand,
  transfer: TransferRecord,
  actor: Actor,
  session: ClientSession,
): Promise<Saved<WorkItemRecord>> {
  if (item.consultReservationId) {
    return refused('CONSULT_GOES_ON', 'A second agent is with this contact already.', 'workItemId')
  }
  const { saved: room, refusals } = await findRoom(ctx, item, transfer.toAgentId ?? '', session)
  if (!room) return { saved: null, refusals }
  const entry = { kind: 'CONSULTED', reason: transfer.kind, actorId: actor.id } as const
  const { _id: consultReservationId } = await reserveFor(ctx, item, room, 'CONSULT', entry, session)
  const saved = await WorkItems(ctx.db)
    .findByIdAndUpdate(
      item._id,
      { $set: { consultReservationId, transfer }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!saved) throw new Error(`work item ${item._id} changed under its own transaction`)
  announceChange(ctx, session, { agentId: reservation.agentId })
  return { saved, refusals: [] }
}

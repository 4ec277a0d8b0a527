import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'

/** A contact that an agent has accepted, and by which reservation. */
export interface WorkInHand {
  item: WorkItemRecord
  reservation: ReservationRecord
}

/** The contact that an agent has in hand and talks in; refused for other agents' contacts, unless one supervises. */
export async function workInHand(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
  session: ClientSession,
): Promise<Saved<WorkInHand>> {
  const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
  if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
  const reservation =
    item.status === 'ASSIGNED' && item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
  if (!reservation || reservation.status !== 'ACCEPTED') {
    return refused('NOT_IN_HAND', 'Nobody has this contact in hand.', 'workItemId')
  }
  if (!actor.supervises && reservation.agentId !== actor.id) {
    return refused('NOT_YOUR_CONTACT', 'Another agent has this contact.', 'workItemId')
  }
  return { saved: { item, reservation }, refusals: [] }
}

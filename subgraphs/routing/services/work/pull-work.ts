import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { closeReservation } from './close-reservation.ts'
import { handBack } from './hand-back.ts'
import { requeueWork } from './requeue-work.ts'

/**
 * A supervisor takes a contact back from the agent to whom it rings or who has it: it goes to its place in line, and
 * to others first. A call that goes on cannot be taken from the one who speaks. What waits already stays as it is.
 */
export async function pullWork(
  ctx: ServiceContext,
  workItemId: string,
  actorId: string,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (item.status === 'QUEUED') return { saved: item, refusals: [] }
    const reservation = item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    if (item.status === 'RESERVED' && reservation) {
      const rescinded = await closeReservation(ctx, { _id: reservation._id }, 'RESCINDED', session)
      if (rescinded) await requeueWork(ctx, rescinded, 'PULLED', session, actorId)
    } else if (item.status === 'ASSIGNED' && reservation?.status === 'ACCEPTED') {
      if (item.mediaType === 'VOICE' && item.answeredAt) {
        return refused(
          'CALL_IN_PROGRESS',
          'They are speaking. Ask the agent to transfer the call.',
          'workItemId',
        )
      }
      await handBack(ctx, { item, reservation }, { reason: 'PULLED' }, session, { actorId })
    } else {
      return refused('NOT_IN_HAND', 'Nobody has this contact in hand.', 'workItemId')
    }
    const saved = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    return saved ? { saved, refusals: [] } : refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
  })
}

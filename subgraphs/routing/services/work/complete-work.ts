import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { finishWork } from './finish-work.ts'

/**
 * An agent is done with a contact whose session is over, for instance after calling back; what is done already stays
 * so. A contact that goes on is ended and wrapped up in its conversation.
 */
export async function completeWork(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (item.status === 'COMPLETED') return { saved: item, refusals: [] }
    if (item.status !== 'ASSIGNED' && item.status !== 'WRAPPING') {
      return refused('NOT_IN_HAND', 'Nobody has this contact in hand.', 'workItemId')
    }
    if (!item.sessionEndedAt) return refused('SESSION_OPEN', 'End the contact first.', 'workItemId')
    const reservation = item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    if (!actor.supervises && reservation?.agentId !== actor.id) {
      return refused('NOT_YOUR_CONTACT', 'Another agent has this contact.', 'workItemId')
    }
    await finishWork(ctx, item, 'FINISHED', session)
    const saved = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    return saved ? { saved, refusals: [] } : refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
  })
}

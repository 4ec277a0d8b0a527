import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { handOver } from './hand-over.ts'
import { workInHand } from './work-in-hand.ts'

/** Hands a contact over to the second agent, who has accepted it; the first one's capacity is free. */
export async function completeTransfer(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const { saved: work, refusals } = await workInHand(ctx, workItemId, actor, session)
    if (!work) return { saved: null, refusals }
    const consult = work.item.consultReservationId
      ? await Reservations(ctx.db).findById(work.item.consultReservationId).session(session).lean()
      : null
    if (!consult) return refused('NO_CONSULT', 'No second agent is with this contact.', 'workItemId')
    if (consult.status !== 'ACCEPTED') {
      return refused('NOT_ACCEPTED', 'The second agent has not answered yet.', 'workItemId')
    }
    const saved = await handOver(ctx, work, consult, 'TRANSFERRED', session, actor.id)
    return { saved, refusals: [] }
  })
}

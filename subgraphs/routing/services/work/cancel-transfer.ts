import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { announceChange } from '../announce-change.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { endConsultOf } from './end-consult.ts'

/**
 * Ends a consult without handing the contact over: it stays with its agent. Either of the two may do so. Where there
 * is none (any more), nothing changes.
 */
export async function cancelTransfer(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (!item.consultReservationId) return { saved: item, refusals: [] }
    const both = await Reservations(ctx.db)
      .find({
        _id: { $in: [item.reservationId, item.consultReservationId].filter((id) => id !== undefined) },
      })
      .session(session)
      .lean()
    if (!actor.supervises && !both.some(({ agentId }) => agentId === actor.id)) {
      return refused('NOT_YOUR_CONTACT', 'Another agent has this contact.', 'workItemId')
    }
    await endConsultOf(ctx, item, session)
    const saved = await WorkItems(ctx.db)
      .findByIdAndUpdate(
        workItemId,
        { $unset: { consultReservationId: 1, transfer: 1 }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
    for (const { agentId } of both) announceChange(ctx, session, { agentId })
    return { saved, refusals: [] }
  })
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { announceChange } from '../announce-change.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { closeReservation } from './close-reservation.ts'
import { closeWork } from './close-work.ts'
import { putInLine } from './put-in-line.ts'

/**
 * The customer need not be called: a contact that waited for nothing else is over, any other goes on without it. Where
 * there is no callback to be made, nothing changes.
 */
export async function cancelCallback(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (!item.callback || item.callback.takenAt || item.closedAt) return { saved: item, refusals: [] }
    const reservation = item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    const theirs = [item.callback.requestedBy, item.callback.agentId, reservation?.agentId]
    if (!actor.supervises && !theirs.includes(actor.id)) {
      return refused('NOT_YOUR_CONTACT', 'Another agent has this contact.', 'workItemId')
    }
    const waits = item.status === 'QUEUED' || item.status === 'RESERVED'
    if (waits && item.sessionEndedAt) {
      if (reservation) await closeReservation(ctx, { _id: reservation._id }, 'RESCINDED', session)
      await closeWork(ctx, item, 'CANCELED', 'CALLBACK_CANCELED', session)
    } else if (item.status === 'QUEUED') {
      const unset = ['callback', 'notBefore', 'onlyAgentId', 'onlyAgentUntil'] as const
      const entry = { kind: 'CALLBACK', reason: 'CANCELED', actorId: actor.id } as const
      await putInLine(ctx, { _id: workItemId }, { from: ['QUEUED'], unset, entry }, session)
    } else {
      await WorkItems(ctx.db).updateOne(
        { _id: workItemId },
        { $unset: { callback: 1 }, $inc: { version: 1 } },
        { session },
      )
      announceChange(ctx, session, { agentId: reservation?.agentId })
    }
    const saved = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    return saved ? { saved, refusals: [] } : refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
  })
}

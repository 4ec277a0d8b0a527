import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { type CallbackRecord, type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { closeReservation } from './close-reservation.ts'
import { queueCallback } from './queue-callback.ts'

const latestMs = 30 * 86_400_000

/** What the customer wishes. */
export interface CallbackWish {
  workItemId: string
  /** As soon as possible without it. */
  at?: Date
  phone?: string
  /** The agent who has it promises to do it themselves. */
  sameAgent: boolean
}

/**
 * Somebody is to call the customer, who need not wait on the line: a contact that waits keeps its place, or comes up at
 * its instant; one in an agent's hands goes into line for it when they are done with it.
 */
export async function requestCallback(
  ctx: ServiceContext,
  { workItemId, at, phone, sameAgent }: CallbackWish,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  const now = ctx.now()
  if (at && (at <= now || at.getTime() > now.getTime() + latestMs)) {
    return refused('OUT_OF_RANGE', 'Choose an instant within the next thirty days.', 'at')
  }
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (item.closedAt) return refused('WORK_OVER', 'This contact is over.', 'workItemId')
    const reservation = item.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    if (!actor.supervises && reservation?.agentId !== actor.id) {
      return refused('NOT_YOUR_CONTACT', 'Another agent has this contact.', 'workItemId')
    }
    const callback: CallbackRecord = {
      ...(at ? { at } : {}),
      ...(phone ? { phone } : {}),
      ...(sameAgent && reservation ? { agentId: reservation.agentId } : {}),
      requestedAt: now,
      requestedBy: actor.id,
    }
    if (item.status === 'QUEUED' || item.status === 'RESERVED' || item.status === 'PARKED') {
      if (item.status === 'RESERVED' && reservation) {
        await closeReservation(ctx, { _id: reservation._id }, 'RESCINDED', session)
      }
      const saved = await queueCallback(ctx, item, callback, session)
      if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
      return { saved, refusals: [] }
    }
    const saved = await WorkItems(ctx.db)
      .findByIdAndUpdate(
        workItemId,
        { $set: { callback }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
    const entry = { kind: 'CALLBACK', reason: 'PROMISED', actorId: actor.id } as const
    await recordRouting(ctx, session, { ...entry, workItemId, queueId: item.queueId })
    announceChange(ctx, session, { agentId: reservation?.agentId })
    return { saved, refusals: [] }
  })
}

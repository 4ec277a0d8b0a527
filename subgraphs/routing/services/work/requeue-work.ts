import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'

/** Puts the work item of a reservation that came to nothing back to its place in its line, for the next agent. */
export async function requeueWork(
  ctx: ServiceContext,
  reservation: ReservationRecord,
  reason: 'REJECTED' | 'TIMED_OUT' | 'AGENT_LEFT',
  session: ClientSession,
): Promise<void> {
  const { _id: reservationId, workItemId, agentId } = reservation
  const at = ctx.now()
  const item = await WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: workItemId, status: 'RESERVED', reservationId },
      {
        $set: { status: 'QUEUED' },
        $unset: { reservationId: 1 },
        $push: { passedOver: { $each: [{ agentId, at }], $slice: -20 } },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!item) return
  await recordRouting(ctx, session, {
    at,
    kind: 'REQUEUED',
    reason,
    workItemId,
    agentId,
    queueId: item.queueId,
    reservationId,
    command: { kind: 'ITEM_WAITS', item: waitingItem(item) },
  })
}

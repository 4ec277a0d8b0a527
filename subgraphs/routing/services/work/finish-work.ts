import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { closeReservation } from './close-reservation.ts'
import { closeWork, type ClosingReason } from './close-work.ts'
import { endConsultOf } from './end-consult.ts'
import { queueCallback } from './queue-callback.ts'

/**
 * An agent has done all there was to do with a contact: their capacity is free, and the item is done. When they
 * promised to call back, it goes into line for that instead.
 */
export async function finishWork(
  ctx: ServiceContext,
  item: WorkItemRecord,
  reason: ClosingReason,
  session: ClientSession,
): Promise<void> {
  await endConsultOf(ctx, item, session)
  if (item.reservationId) {
    // An offer that nobody took can not be completed: somebody else wrote the contact up.
    const end = item.status === 'RESERVED' ? 'RESCINDED' : 'COMPLETED'
    await closeReservation(ctx, { _id: item.reservationId }, end, session)
  }
  if (item.callback && !item.callback.takenAt) await queueCallback(ctx, item, item.callback, session)
  else await closeWork(ctx, item, 'COMPLETED', reason, session)
}

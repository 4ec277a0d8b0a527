import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Queues } from '../../models/queue.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'
import { armWake } from '../timers/arm-wake.ts'
import { endConsultOf } from './end-consult.ts'

/** The talking is over: the agent writes it up, for as long as the queue allows. Who only advised is free. */
export async function beginWrapUp(
  ctx: ServiceContext,
  item: WorkItemRecord,
  session: ClientSession,
): Promise<void> {
  const { _id: workItemId, queueId, reservationId } = item
  const at = ctx.now()
  const queue = await Queues(ctx.db).findById(queueId, { wrapUpLimitMs: 1 }).session(session).lean()
  const limitMs = queue?.wrapUpLimitMs ?? undefined
  const wrapUpEndsAt = limitMs === undefined ? undefined : new Date(at.getTime() + limitMs)
  await endConsultOf(ctx, item, session)
  await WorkItems(ctx.db).updateOne(
    { _id: workItemId },
    {
      $set: {
        status: 'WRAPPING',
        ...(wrapUpEndsAt ? { wrapUpEndsAt } : {}),
      },
      $unset: { consultReservationId: 1, silentSince: 1 },
      $inc: { version: 1 },
    },
    { session },
  )
  await recordRouting(ctx, session, {
    at,
    kind: 'WRAPPING',
    reason: 'SESSION_ENDED',
    workItemId,
    queueId,
    reservationId,
  })
  armWake(ctx, wrapUpEndsAt, session)
  announceChange(ctx, session)
  // Answered outside of routing: there is no reservation, and an undefined id would match any.
  if (!reservationId) return
  const reservation = await Reservations(ctx.db)
    .findOneAndUpdate(
      { _id: reservationId, status: 'ACCEPTED' },
      { $set: { status: 'WRAPPING' } },
      { session, returnDocument: 'after' },
    )
    .lean()
  announceChange(ctx, session, { agentId: reservation?.agentId })
}

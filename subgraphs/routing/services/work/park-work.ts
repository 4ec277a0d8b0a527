import type { ServiceContext } from '#platform/service/service-context.ts'
import { Queues } from '../../models/queue.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'
import { storeClock } from '../store-clock.ts'
import { endConsultOf } from './end-consult.ts'
import { releaseFromAgent } from './release-from-agent.ts'

const batchSize = 50

/**
 * Takes chats and social contacts whose customers are silent for as long as their queue allows out of their agents'
 * hands: the agent is free for others, and when the customer writes again they are asked first. Calls are never parked.
 * @returns whether there may be more
 */
export async function parkSilent(ctx: ServiceContext): Promise<boolean> {
  const at = await storeClock(ctx)
  const queues = await Queues(ctx.db)
    .find({ silentAfterMs: { $gt: 0 } }, { silentAfterMs: 1 })
    .lean()
  let more = false
  for (const { _id: queueId, silentAfterMs = 0 } of queues) {
    const silentBefore = new Date(at.getTime() - silentAfterMs)
    const silent = await WorkItems(ctx.db)
      .find({ status: 'ASSIGNED', queueId, silentSince: { $lte: silentBefore } }, { _id: 1 })
      .limit(batchSize)
      .lean()
    for (const { _id } of silent) await parkWork(ctx, _id, silentBefore)
    more ||= silent.length === batchSize
  }
  return more
}

/**
 * Parks one contact whose customer has been silent since this instant or longer.
 * @returns false when they wrote meanwhile, or it is not in anybody's hands
 */
export async function parkWork(
  ctx: ServiceContext,
  workItemId: string,
  silentBefore: Date,
): Promise<boolean> {
  return ctx.transaction(async (session) => {
    const where = { _id: workItemId, status: 'ASSIGNED', silentSince: { $lte: silentBefore } } as const
    const item = await WorkItems(ctx.db)
      .findOne({ ...where, mediaType: { $in: ['CHAT', 'SOCIAL'] } })
      .session(session)
      .lean()
    const reservation = item?.reservationId
      ? await Reservations(ctx.db).findById(item.reservationId).session(session).lean()
      : null
    if (!item || !reservation) return false
    if (!(await releaseFromAgent(ctx, item, reservation, { reason: 'SILENT' }, session))) return false
    await endConsultOf(ctx, item, session)
    const { agentId, queueId } = reservation
    await WorkItems(ctx.db).updateOne(
      { _id: workItemId },
      {
        $set: { status: 'PARKED', parkedAt: ctx.now(), lastAgentId: agentId },
        $unset: { reservationId: 1, consultReservationId: 1, silentSince: 1 },
        $inc: { version: 1 },
      },
      { session },
    )
    await recordRouting(ctx, session, {
      kind: 'PARKED',
      reason: 'CUSTOMER_SILENT',
      workItemId,
      agentId,
      queueId,
    })
    announceChange(ctx, session, { agentId })
    return true
  })
}

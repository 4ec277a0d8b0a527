import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { queueFor } from '../queues/queue-for.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { closeReservation } from './close-reservation.ts'
import { putInLine } from './put-in-line.ts'
import { withClocksFollowing } from './with-clocks-following.ts'

/**
 * A supervisor moves a contact that waits to another queue, where its due instant decides its place. What rings
 * somewhere stops ringing. In its queue already, nothing changes.
 */
export async function moveWork(
  ctx: ServiceContext,
  workItemId: string,
  queueId: string,
  actorId: string,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    const { saved: queue, refusals } = await queueFor(ctx, item, queueId, session)
    if (!queue) return { saved: null, refusals }
    if (item.queueId === queueId) return { saved: item, refusals: [] }
    if (item.status !== 'QUEUED' && item.status !== 'RESERVED') {
      return item.status === 'ASSIGNED'
        ? refused('IN_HAND', 'An agent has this contact. It has to be transferred.', 'workItemId')
        : refused('WORK_OVER', 'This contact does not wait.', 'workItemId')
    }
    if (item.status === 'RESERVED' && item.reservationId) {
      await closeReservation(ctx, { _id: item.reservationId }, 'RESCINDED', session)
    }
    await putInLine(
      ctx,
      { _id: workItemId },
      {
        from: [item.status],
        set: { queueId },
        unset: ['onlyAgentId', 'onlyAgentUntil'],
        entry: { kind: 'CHANGED', reason: 'MOVED', actorId },
      },
      session,
    )
    return { saved: await withClocksFollowing(ctx, workItemId, session), refusals: [] }
  })
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { maxPriority, orderAt } from '../core/order-at.ts'
import { recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { announceChange } from '../announce-change.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { withClocksFollowing } from './with-clocks-following.ts'

/** Gives a contact that is not over another priority, 0 to 10; in line it moves at once. */
export async function reprioritizeWork(
  ctx: ServiceContext,
  workItemId: string,
  priority: number,
  actorId: string,
): Promise<Saved<WorkItemRecord>> {
  if (!Number.isInteger(priority) || priority < 0 || priority > maxPriority) {
    return refused('OUT_OF_RANGE', `Priority goes from 0 to ${maxPriority}.`, 'priority')
  }
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
    if (!item) return refused('NOT_FOUND', 'There is no such contact.', 'workItemId')
    if (item.closedAt) return refused('WORK_OVER', 'This contact is over.', 'workItemId')
    if (item.priority === priority) return { saved: item, refusals: [] }
    const saved = await WorkItems(ctx.db)
      .findByIdAndUpdate(
        workItemId,
        { $set: { priority, orderAt: orderAt(item.dueAt, priority) }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
    await recordRouting(ctx, session, {
      kind: 'CHANGED',
      reason: `PRIORITY_${priority}`,
      workItemId,
      queueId: saved.queueId,
      actorId,
      ...(saved.status === 'QUEUED' ? { command: { kind: 'ITEM_WAITS', item: waitingItem(saved) } } : {}),
    })
    announceChange(ctx, session)
    return { saved: await withClocksFollowing(ctx, workItemId, session), refusals: [] }
  })
}

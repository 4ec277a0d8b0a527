import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, runningSlaStatuses } from '../../../models/applied-sla.ts'
import { type WorkItemRecord, WorkItems } from '../../../models/work-item.ts'
import { announceChange } from '../../announce-change.ts'
import { orderAt } from '../../core/order-at.ts'
import { recordRouting } from '../../log/record-routing.ts'
import { waitingItem } from '../../log/waiting-item.ts'
import { firstOf } from './first-clocks.ts'

const running: readonly string[] = runningSlaStatuses

/**
 * A work item is due when the first of its clocks is, and stands in line by it. Clocks that stand still or are over
 * count for nothing; without any other the item keeps its instants.
 * @param clocks all of the item's, as they now stand
 */
export async function itemFollowsClocks(
  ctx: ServiceContext,
  item: WorkItemRecord,
  clocks: readonly AppliedSlaRecord[],
  session: ClientSession,
): Promise<void> {
  const timed = clocks.filter((clock) => running.includes(clock.status) && !clock.pausedAt)
  const { warnAt, dueAt } = timed.length > 0 ? firstOf(timed) : item
  const order = orderAt(dueAt, item.priority)
  const same = [
    [warnAt, item.warnAt],
    [dueAt, item.dueAt],
    [order, item.orderAt],
  ].every(([a, b]) => a?.getTime() === b?.getTime())
  if (same) return
  const after = await WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: item._id },
      { $set: { warnAt, dueAt, orderAt: order }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (after?.status === 'QUEUED') {
    await recordRouting(ctx, session, {
      kind: 'RETARGETED',
      reason: 'SLA_CHANGED',
      workItemId: item._id,
      queueId: item.queueId,
      command: { kind: 'ITEM_WAITS', item: waitingItem(after) },
    })
  }
  announceChange(ctx, session)
}

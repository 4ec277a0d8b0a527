import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { workItemClosed } from '#schema/events/work-item-closed.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'

/** Why nothing is left to do. */
export type ClosingReason =
  | 'WRAPPED_UP'
  | 'WRAP_UP_LIMIT'
  | 'FINISHED'
  | 'AGENT_LOST'
  | 'CUSTOMER_LEFT'
  | 'CALLBACK_CANCELED'

/** Closes a work item whose reservation, if any, is closed: nothing is left to do for the contact. */
export async function closeWork(
  ctx: ServiceContext,
  item: WorkItemRecord,
  status: 'COMPLETED' | 'CANCELED',
  reason: ClosingReason,
  session: ClientSession,
): Promise<void> {
  const at = ctx.now()
  const { _id: workItemId, sessionId, mediaType, queueId } = item
  await WorkItems(ctx.db).updateOne(
    { _id: workItemId },
    { $set: { status, closedAt: at }, $inc: { version: 1 } },
    { session },
  )
  await recordRouting(ctx, session, {
    at,
    kind: 'CLOSED',
    reason,
    workItemId,
    queueId,
    command: { kind: 'ITEM_GONE', workItemId },
  })
  await ctx.emit(
    workItemClosed,
    { workItemId, sessionId, mediaType, queueId, status, closedAt: at },
    session,
    2,
  )
  announceChange(ctx, session)
}

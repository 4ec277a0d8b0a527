import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { workItemUnknown } from '../../errors.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'

/**
 * The work item of a session that an event speaks of.
 * @throws WORK_ITEM_UNKNOWN when the event came before the work request; the event is then tried again later
 */
export async function workOfSession(
  ctx: ServiceContext,
  sessionId: string,
  session: ClientSession,
): Promise<WorkItemRecord> {
  const item = await WorkItems(ctx.db).findOne({ sessionId }).session(session).lean()
  if (!item) throw workItemUnknown({ sessionId })
  return item
}

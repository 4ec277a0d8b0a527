import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'

/** The queue that a contact is to go to; refused when it is not in use, or does not take such contacts. */
export async function queueFor(
  ctx: ServiceContext,
  { mediaType }: Pick<WorkItemRecord, 'mediaType'>,
  queueId: string,
  session: ClientSession,
): Promise<Saved<QueueRecord>> {
  const queue = await Queues(ctx.db).findById(queueId).session(session).lean()
  if (!queue || queue.removedAt) return refused('NOT_FOUND', 'There is no such queue.', 'queueId')
  if (!queue.mediaTypes.includes(mediaType)) {
    return refused('MEDIA_TYPE_MISMATCH', `${queue.name} does not take such contacts.`, 'queueId')
  }
  return { saved: queue, refusals: [] }
}

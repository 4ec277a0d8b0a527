import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import type { QueueRecord } from '../../models/queue.ts'
import { WorkItems, waitingStatuses } from '../../models/work-item.ts'
import { overflowChain } from './check-overflow.ts'

/**
 * The queue in which a contact that is meant for one begins to wait: with as many waiting as it takes, the next one
 * goes where it overflows to; when those are full too, it stays where it was meant for, so that nothing is lost.
 * Counting reads no more of the index than the limit. Contacts that come at the same instant may pass it by a few.
 * @param arriving how many of the same transaction already go to a queue
 */
export async function entryQueue(
  ctx: ServiceContext,
  queueId: string,
  mediaType: MediaType,
  known: ReadonlyMap<string, QueueRecord>,
  session: ClientSession,
  arriving: ReadonlyMap<string, number> = new Map(),
): Promise<string> {
  for (const id of overflowChain(queueId, known)) {
    const queue = known.get(id)
    if (!queue?.mediaTypes.includes(mediaType)) continue
    if (queue.maxWaiting === undefined) return id
    const room = queue.maxWaiting - (arriving.get(id) ?? 0)
    if (room <= 0) continue
    const waiting = await WorkItems(ctx.db)
      .countDocuments({ queueId: id, status: { $in: [...waitingStatuses] } })
      .limit(room)
      .session(session)
    if (waiting < room) return id
  }
  return queueId
}

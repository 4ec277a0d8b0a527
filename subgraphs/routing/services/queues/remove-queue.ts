import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { WorkItems, waitingStatuses } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { fallbackQueueId } from '../core/choose-queue.ts'
import { recordRouting } from '../log/record-routing.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { queuesChanged } from './queues-changed.ts'
import { queuesInUse } from './queues-in-use.ts'

/**
 * Takes a queue out of use. Refused while contacts wait in it, unless they are to go to another queue, and while other
 * queues lead to it. What came in at the same moment goes to the other queue as well, or to the fallback
 * (`moveOutOfRemoved`).
 */
export async function removeQueue(
  ctx: ServiceContext,
  id: string,
  moveTo: string | null,
): Promise<Saved<QueueRecord>> {
  return ctx.transaction(async (session) => {
    const known = await queuesInUse(ctx, session)
    const waits = await WorkItems(ctx.db)
      .exists({ queueId: id, status: { $in: [...waitingStatuses] } })
      .session(session)
    const refusals = checkRemoval(id, moveTo, known, waits !== null)
    if (refusals.length > 0) return { saved: null, refusals }
    const successorId = moveTo ?? fallbackQueueId
    await Queues(ctx.db).updateOne({ _id: successorId }, { $inc: { revision: 1 } }, { session })
    const saved = await Queues(ctx.db)
      .findByIdAndUpdate(
        id,
        { $set: { removedAt: ctx.now(), successorId }, $inc: { revision: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean()
    if (!saved) throw new Error(`queue ${id} changed under its own transaction`)
    await queuesChanged(ctx, session)
    await recordRouting(ctx, session, {
      kind: 'QUEUE_REMOVED',
      reason: 'REMOVED',
      queueId: id,
      command: { kind: 'QUEUE_REMOVED', queueId: id },
    })
    announceChange(ctx, session)
    return { saved, refusals: [] }
  })
}

function checkRemoval(
  id: string,
  moveTo: string | null,
  known: ReadonlyMap<string, QueueRecord>,
  waits: boolean,
): Refusal[] {
  const refuse = (field: string, code: string, message: string) => [{ field, code, message }]
  const queue = known.get(id)
  if (!queue) return refuse('id', 'NOT_FOUND', `There is no queue ${id}.`)
  if (id === fallbackQueueId) {
    return refuse('id', 'FALLBACK_QUEUE', 'This queue takes what fits nowhere else; it cannot be removed.')
  }
  const leading = [...known.values()].find(
    (other) =>
      other._id !== id &&
      (other.overflowTo === id || other.steps.some((step) => step.overflowQueueIds.includes(id))),
  )
  if (leading)
    return refuse('id', 'QUEUE_IN_USE', `${leading.name} overflows to this queue. Change that first.`)
  if (moveTo === null) {
    return waits ? refuse('moveTo', 'QUEUE_NOT_EMPTY', 'Contacts wait here. Say where they are to go.') : []
  }
  const target = known.get(moveTo)
  if (!target || moveTo === id) return refuse('moveTo', 'NOT_FOUND', `There is no other queue ${moveTo}.`)
  if (queue.mediaTypes.some((media) => !target.mediaTypes.includes(media))) {
    return refuse('moveTo', 'MEDIA_TYPE_MISMATCH', `${target.name} does not take all these contacts.`)
  }
  return []
}

import type { QueueRecord } from '../../models/queue.ts'
import type { Refusal } from '../refusal.ts'

/**
 * Refuses queues that do not exist, and an overflow at entry that would turn in a circle or lead to a queue that does
 * not take the same contacts.
 * @param known the queues in use
 */
export function checkOverflow(
  queue: Omit<QueueRecord, 'revision'>,
  known: ReadonlyMap<string, QueueRecord>,
): Refusal[] {
  const refusals: Refusal[] = []
  queue.steps.forEach(({ overflowQueueIds }, at) => {
    for (const id of overflowQueueIds) {
      if (known.has(id) && id !== queue._id) continue
      refusals.push({
        field: `routingSteps.${at}.overflowQueueIds`,
        code: id === queue._id ? 'OVERFLOWS_TO_ITSELF' : 'NOT_FOUND',
        message: id === queue._id ? 'A queue cannot overflow to itself.' : `There is no queue ${id}.`,
      })
    }
  })
  return [...refusals, ...checkEntry(queue, known)]
}

function checkEntry(
  queue: Omit<QueueRecord, 'revision'>,
  known: ReadonlyMap<string, QueueRecord>,
): Refusal[] {
  const { maxWaiting, overflowTo } = queue
  const refuse = (field: string, code: string, message: string) => [{ field, code, message }]
  if (maxWaiting === undefined && overflowTo === undefined) return []
  if (maxWaiting === undefined || maxWaiting < 1 || maxWaiting > 1_000_000) {
    return refuse('maxWaiting', 'OUT_OF_RANGE', 'Say how many may wait before the next one goes elsewhere.')
  }
  if (overflowTo === undefined) {
    return refuse('overflowTo', 'REQUIRED', 'Say where the next one goes when the queue is full.')
  }
  const target = known.get(overflowTo)
  if (!target) return refuse('overflowTo', 'NOT_FOUND', `There is no queue ${overflowTo}.`)
  if (overflowChain(overflowTo, known).includes(queue._id)) {
    return refuse('overflowTo', 'OVERFLOW_CYCLE', 'The overflow would come back to this queue.')
  }
  if (queue.mediaTypes.some((media) => !target.mediaTypes.includes(media))) {
    return refuse('overflowTo', 'MEDIA_TYPE_MISMATCH', `${target.name} does not take all these contacts.`)
  }
  return []
}

/** A queue and those it overflows to at entry, in order; each once. */
export function overflowChain(queueId: string, known: ReadonlyMap<string, QueueRecord>): string[] {
  const chain: string[] = []
  for (
    let next: string | undefined = queueId;
    next && !chain.includes(next);
    next = known.get(next)?.overflowTo
  ) {
    chain.push(next)
  }
  return chain
}

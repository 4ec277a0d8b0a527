import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { defaultLane, type Lane } from './lanes.ts'

/** The BullMQ queues that this process adds to, opened when first used. */
export interface Queues {
  open(name: string): Queue
  close(): Promise<void>
}

/** The prefix of all queues of a deployment; the braces keep one queue's keys in one slot of a cluster. */
export function queuePrefix(namePrefix: string): string {
  return `{${namePrefix}}`
}

/** The queue of one lane of a subgraph's events. The default lane has no suffix: it was the only one once. */
export function eventQueueName(consumer: string, lane: Lane = defaultLane): string {
  return lane === defaultLane ? `events-${consumer}` : `events-${consumer}-${lane}`
}

/** The queue of one kind of job of one subgraph. */
export function jobQueueName(service: string, job: string): string {
  return `jobs-${service}-${job}`
}

export function createQueues(valkey: Redis, namePrefix: string, log: Logger): Queues {
  const opened = new Map<string, Queue>()
  return {
    open(name) {
      const known = opened.get(name)
      if (known) return known
      const queue = new Queue(name, {
        connection: valkey,
        prefix: queuePrefix(namePrefix),
        streams: { events: { maxLen: 100 } },
      })
      queue.on('error', (err) => log.warn({ err, queue: name }, 'a queue has failed'))
      opened.set(name, queue)
      return queue
    },
    async close() {
      await Promise.all([...opened.values()].map((queue) => queue.close()))
      opened.clear()
    },
  }
}

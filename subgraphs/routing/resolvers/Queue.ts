import { mayRead } from '#platform/identity/may-read.ts'
import { pageOf } from '#platform/graph/connection.ts'
import { formatDuration } from '#platform/time/duration.ts'
import type { QueueResolvers } from '../generated/resolvers.ts'
import { agentsOnDuty, answersOfQueue, figuresOfQueue, queueById, waitingOfQueue } from '../loaders.ts'
import { staffing } from '../services/agents/staffing.ts'
import { expectedWaitMs } from '../services/queues/expected-wait.ts'
import { mustExist } from './must-exist.ts'

export const Queue: QueueResolvers = {
  __resolveReference: async ({ id }, ctx) =>
    mayRead(ctx.viewer, 'metrics:read') ? queueById(ctx).load(id) : null,
  id: (queue) => queue._id,
  domain: (queue) => queue.domain ?? null,
  routingPolicy: (queue) => ({
    steps: [
      { relaxAfterMs: 0, requiredSkills: queue.requiredSkills, overflowQueueIds: [], advanceMs: 0 },
      ...queue.steps,
    ],
  }),
  wrapUpLimit: ({ wrapUpLimitMs }) => (wrapUpLimitMs === undefined ? null : formatDuration(wrapUpLimitMs)),
  silentAfter: ({ silentAfterMs }) => (silentAfterMs === undefined ? null : formatDuration(silentAfterMs)),
  maxWaiting: (queue) => queue.maxWaiting ?? null,
  overflowTo: async ({ overflowTo }, _args, ctx) => (overflowTo ? queueById(ctx).load(overflowTo) : null),
  reservationTimeout: (queue) => formatDuration(queue.reservationTimeoutMs),
  waitingCount: async (queue, _args, ctx) => (await figuresOfQueue(ctx).load(queue._id))?.waitingCount ?? 0,
  async waiting(queue, { first, after }, ctx) {
    pageOf({ first, after })
    const key = JSON.stringify({ queueId: queue._id, first, after })
    return mustExist(await waitingOfQueue(ctx).load(key), `queue ${queue._id}`)
  },
  oldestQueuedAt: async (queue, _args, ctx) =>
    (await figuresOfQueue(ctx).load(queue._id))?.oldestQueuedAt ?? null,
  nextDueAt: async (queue, _args, ctx) => (await figuresOfQueue(ctx).load(queue._id))?.nextDueAt ?? null,
  atRiskCount: async (queue, _args, ctx) => (await figuresOfQueue(ctx).load(queue._id))?.atRiskCount ?? 0,
  async expectedWait(queue, _args, ctx) {
    const [figures, answers, agents] = await Promise.all([
      figuresOfQueue(ctx).load(queue._id),
      answersOfQueue(ctx).load(queue._id),
      agentsOnDuty(ctx).load('all'),
    ])
    const { available, busy } = staffing(agents ?? [], ctx.now(), queue)
    const waitMs = expectedWaitMs({
      waitingCount: figures?.waitingCount ?? 0,
      availableCount: available,
      servingCount: available + busy,
      answers: answers ?? { count: 0, spanMs: 0 },
    })
    return waitMs === null ? null : formatDuration(waitMs)
  },
  staffing: async (queue, _args, ctx) =>
    staffing((await agentsOnDuty(ctx).load('all')) ?? [], ctx.now(), queue),
}

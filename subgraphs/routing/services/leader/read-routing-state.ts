import type { ServiceContext } from '#platform/service/service-context.ts'
import { mediaType } from '#schema/events/vocabulary.ts'
import { Agents } from '../../models/agent.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { WorkItems } from '../../models/work-item.ts'
import { canServe } from '../core/can-serve.ts'
import { weightOf } from '../core/capacity.ts'
import { lineOf } from '../core/line-of.ts'
import type { AvailableAgent, RoutingState } from '../core/routing-state.ts'

const maxAgents = 2_000
const maxQueues = 500

/** What matching looks at, and the queues as they are set up. */
export interface LoadedState extends RoutingState {
  queueRecords: ReadonlyMap<string, QueueRecord>
}

/**
 * Reads what matching needs and no more: agents who are available, and the heads of those lines that one of them
 * could serve, so that a long line without agents keeps nobody else waiting.
 * @param lineLimit items of each line
 */
export async function readRoutingState(
  ctx: ServiceContext,
  at: Date,
  lineLimit: number,
): Promise<LoadedState> {
  const [agentRecords, queueList] = await Promise.all([
    Agents(ctx.db)
      .find({ presence: 'AVAILABLE', free: { $gt: 0 } })
      .sort({ idleSince: 1 })
      .limit(maxAgents)
      .lean(),
    Queues(ctx.db)
      .find({ removedAt: { $exists: false } })
      .limit(maxQueues)
      .lean(),
  ])
  const agents = agentRecords.map((agent): AvailableAgent => ({ ...agent, id: agent._id }))
  const lines = agents.length > 0 ? await waitingLines(ctx) : []
  const servable = new Set(
    queueList.flatMap((queue) =>
      mediaType.options
        .filter((media) =>
          agents.some(
            (agent) =>
              agent.free >= weightOf(agent.capacity, media) &&
              canServe(agent.skills, queue.requiredSkills, at),
          ),
        )
        .map((media) => lineOf(queue._id, media)),
    ),
  )
  const heads = await Promise.all(
    lines.filter((line) => servable.has(line)).map((line) => headOfLine(ctx, line, lineLimit)),
  )
  return {
    agents,
    queues: new Map(queueList.map((queue) => [queue._id, { ...queue, id: queue._id }])),
    queueRecords: new Map(queueList.map((queue) => [queue._id, queue])),
    waiting: heads.flat().map((item) => ({ ...item, id: item._id })),
  }
}

/** The lines in which somebody waits; a skip scan over the dispatch index, not over the items. */
async function waitingLines(ctx: ServiceContext): Promise<string[]> {
  return WorkItems(ctx.db).distinct('line', { status: 'QUEUED' })
}

/** The head of one line, in order. Exported for the proof that it uses the index. */
export function headOfLine(ctx: ServiceContext, line: string, limit: number) {
  return WorkItems(ctx.db)
    .find({ status: 'QUEUED', line }, { queueId: 1, mediaType: 1, language: 1, orderAt: 1, passedOver: 1 })
    .sort({ orderAt: 1, _id: 1 })
    .limit(limit)
    .lean()
}

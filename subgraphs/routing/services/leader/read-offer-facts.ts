import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { OfferDecision } from '../core/decision.ts'

type ItemFacts = Pick<WorkItemRecord, '_id' | 'sessionId' | 'status' | 'version'>
type AgentFacts = Pick<AgentRecord, '_id' | 'presence' | 'free'>

/** What the store says of the rows that a batch of offers is about. */
export interface OfferFacts {
  items: ReadonlyMap<string, ItemFacts>
  agents: ReadonlyMap<string, AgentFacts>
  /** What a reservation needs besides the decision; for an offer whose item exists. */
  of(offer: OfferDecision): { sessionId: string; timeoutMs: number }
}

/** A queue that is gone by now leaves its offers this long with their agents. */
const fallbackTimeoutMs = 30_000

/** Reads the agents, the items and the queues of a batch, in one round trip. */
export async function readOfferFacts(
  ctx: ServiceContext,
  offers: readonly OfferDecision[],
): Promise<OfferFacts> {
  const distinct = (ids: string[]) => ({ _id: { $in: [...new Set(ids)] as never[] } })
  const [items, agents, queues] = await Promise.all([
    WorkItems(ctx.db)
      .collection.find<ItemFacts>(distinct(offers.map(({ workItemId }) => workItemId)), {
        projection: { sessionId: 1, status: 1, version: 1 },
      })
      .toArray(),
    Agents(ctx.db)
      .collection.find<AgentFacts>(distinct(offers.map(({ agentId }) => agentId)), {
        projection: { presence: 1, free: 1 },
      })
      .toArray(),
    Queues(ctx.db)
      .collection.find<Pick<QueueRecord, '_id' | 'reservationTimeoutMs'>>(
        distinct(offers.map(({ queueId }) => queueId)),
        { projection: { reservationTimeoutMs: 1 } },
      )
      .toArray(),
  ])
  const itemById = new Map(items.map((item) => [item._id, item]))
  const timeoutOf = new Map(queues.map((queue) => [queue._id, queue.reservationTimeoutMs]))
  return {
    items: itemById,
    agents: new Map(agents.map((agent) => [agent._id, agent])),
    of({ workItemId, queueId }) {
      const item = itemById.get(workItemId)
      if (!item) throw new Error(`there is no work item ${workItemId}`)
      return { sessionId: item.sessionId, timeoutMs: timeoutOf.get(queueId) ?? fallbackTimeoutMs }
    },
  }
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import type { AgentState } from '../core/agent-state.ts'
import type { QueueState } from '../core/queue-state.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import type { WaitingItem } from '../core/waiting-item.ts'
import { queueState } from '../log/queue-state.ts'
import { Queues } from '../../models/queue.ts'
import { agentThen } from './agent-then.ts'
import type { LoggedOffer } from './find-decision.ts'

/** What the core knew when it decided, of one agent who did not get the contact. */
export interface KnownThen {
  agent: AgentState | null
  item: WaitingItem
  queue: QueueState | null
  /** What the agent had in hand, by weight. */
  inHand: number
  /** The item that they were offered next, by its weight: what they may have been held for. */
  offeredNext: { workItemId: string; weight: number } | null
}

/**
 * Puts together what the core knew from the log before the decision. A queue that has not changed for so long
 * that the log no longer tells of it is as its row is.
 */
export async function knownThen(
  ctx: ServiceContext,
  decided: LoggedOffer,
  agentId: string,
): Promise<KnownThen> {
  const before = { _id: { $lt: decided._id } }
  const { workItemId, queueId } = decided
  const [agent, item, queue, inHand, next] = await Promise.all([
    agentThen(ctx, agentId, decided._id),
    newestFact(ctx, { workItemId, 'command.kind': 'ITEM_WAITS', ...before }),
    newestFact(ctx, { kind: 'QUEUE_SAVED', queueId, 'command.queue.id': queueId, ...before }),
    weightInHand(ctx, agentId, decided),
    RoutingLog(ctx.db)
      .findOne({ agentId, kind: 'OFFERED', _id: { $gt: decided._id } })
      .sort({ _id: 1 })
      .lean(),
  ])
  if (item?.kind !== 'ITEM_WAITS') throw new Error(`the log does not tell what waited: ${workItemId}`)
  const offer = next?.command as RoutingCommand | undefined
  return {
    agent,
    item: item.item,
    queue: queue?.kind === 'QUEUE_SAVED' ? queue.queue : await queueNow(ctx, queueId),
    inHand,
    offeredNext: offer?.kind === 'RESERVED' ? { workItemId: offer.workItemId, weight: offer.weight } : null,
  }
}

async function newestFact(
  ctx: ServiceContext,
  where: Record<string, unknown>,
): Promise<RoutingCommand | undefined> {
  const entry = await RoutingLog(ctx.db).findOne(where).sort({ _id: -1 }).lean()
  return entry?.command as RoutingCommand | undefined
}

/** The weights of their reservations that were live then. */
async function weightInHand(ctx: ServiceContext, agentId: string, decided: LoggedOffer): Promise<number> {
  const rows = await Reservations(ctx.db)
    .find(
      {
        agentId,
        createdAt: { $lte: decided.at },
        _id: { $ne: decided.reservationId },
        $or: [{ closedAt: { $exists: false } }, { closedAt: { $gt: decided.at } }],
      },
      { weight: 1 },
    )
    .lean()
  return rows.reduce((sum, { weight }) => sum + weight, 0)
}

async function queueNow(ctx: ServiceContext, queueId: string): Promise<QueueState | null> {
  const row = await Queues(ctx.db).findById(queueId).lean()
  if (!row) return null
  const overflow = row.steps.flatMap(({ overflowQueueIds }) => overflowQueueIds)
  const known = await Queues(ctx.db)
    .find({ _id: { $in: overflow }, removedAt: { $exists: false } })
    .lean()
  return queueState(row, new Map(known.map((queue) => [queue._id, queue])))
}

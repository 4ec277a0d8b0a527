import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { liveReservationStatuses, type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { OfferDecision } from '../core/decision.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import { agentState } from '../log/agent-state.ts'
import { reserved } from '../log/reserved.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { readConcern } from './read-snapshot.ts'

/**
 * How the agents and items of offers that came to nothing stand in the store, as facts that make the core forget the
 * offers: read at one instant, the reservations of others included.
 */
export async function standingOfOffers(
  ctx: ServiceContext,
  offers: readonly OfferDecision[],
): Promise<RoutingCommand[]> {
  const itemIds = offers.map(({ workItemId }) => workItemId) as never[]
  const agentIds = [...new Set(offers.map(({ agentId }) => agentId))] as never[]
  const session = await ctx.db.startSession({ snapshot: true })
  try {
    const items = await WorkItems(ctx.db)
      .collection.find<WorkItemRecord>({ _id: { $in: itemIds } }, { session, readConcern })
      .toArray()
    const agents = await Agents(ctx.db)
      .collection.find<AgentRecord>({ _id: { $in: agentIds } }, { session, readConcern })
      .toArray()
    const live = await Reservations(ctx.db)
      .collection.find<ReservationRecord>(
        {
          status: { $in: [...liveReservationStatuses] },
          $or: [{ agentId: { $in: agentIds } }, { workItemId: { $in: itemIds } }],
        },
        { session, readConcern },
      )
      .toArray()
    const itemById = new Map(items.map((item) => [item._id, item]))
    return [
      ...offers.map(({ workItemId, agentId }) => ({
        kind: 'RESERVATION_CLOSED' as const,
        ...{ workItemId, agentId },
      })),
      ...live.map((reservation) => reserved(reservation, itemById.get(reservation.workItemId)?.version)),
      ...agents.map((agent) => ({ kind: 'AGENT_CHANGED' as const, agent: agentState(agent) })),
      ...offers.flatMap(({ workItemId }) => fateOf(workItemId, itemById.get(workItemId))),
    ]
  } finally {
    await session.endSession()
  }
}

function fateOf(workItemId: string, item: WorkItemRecord | undefined): RoutingCommand[] {
  if (item?.status === 'QUEUED') return [{ kind: 'ITEM_WAITS', item: waitingItem(item) }]
  if (item?.status === 'RESERVED') return []
  return [{ kind: 'ITEM_GONE', workItemId, ...(item && { version: item.version }) }]
}

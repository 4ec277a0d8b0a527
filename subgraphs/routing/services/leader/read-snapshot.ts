import type { ClientSession, mongo } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { liveReservationStatuses, type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import { agentState } from '../log/agent-state.ts'
import { queueState } from '../log/queue-state.ts'
import { reserved } from '../log/reserved.ts'
import { waitingItem } from '../log/waiting-item.ts'

/** Said with each read: the connection's own concern would win over the session's. */
export const readConcern = { level: 'snapshot' } as const

/** The cluster time of a snapshot: what the log tells up to it is contained in it. */
export type SnapshotTime = mongo.Timestamp

/**
 * Reads all that the core has to know, as it stood at one instant of the store: the queues, the agents, the live
 * reservations and what waits. Rows come by cursors, so that half a million of them are never in memory together.
 * @param take is handed each fact
 */
export async function readSnapshot(
  ctx: ServiceContext,
  take: (fact: RoutingCommand) => void,
): Promise<SnapshotTime> {
  const session = await ctx.db.startSession({ snapshot: true })
  try {
    const options = { session, readConcern, batchSize: 5_000 }
    const inUse = { removedAt: { $exists: false } }
    const rows = await Queues(ctx.db).collection.find<QueueRecord>(inUse, options).toArray()
    const queues = new Map(rows.map((queue) => [queue._id, queue]))
    for (const queue of queues.values()) take({ kind: 'QUEUE_SAVED', queue: queueState(queue, queues) })
    // Before the agents and the items: a reservation ends idle times and waiting, and their rows know better.
    const live = { status: { $in: [...liveReservationStatuses] } }
    for await (const row of Reservations(ctx.db).collection.find<ReservationRecord>(live, options)) {
      take(reserved(row))
    }
    for await (const agent of Agents(ctx.db).collection.find<AgentRecord>({}, options)) {
      take({ kind: 'AGENT_CHANGED', agent: agentState(agent) })
    }
    const waiting = { status: 'QUEUED' }
    for await (const item of WorkItems(ctx.db).collection.find<WorkItemRecord>(waiting, options)) {
      take({ kind: 'ITEM_WAITS', item: waitingItem(item) })
    }
    return snapshotTimeOf(session)
  } finally {
    await session.endSession()
  }
}

/** The instant that the session's first read chose. The driver keeps it and does not declare it. */
export function snapshotTimeOf(session: ClientSession): SnapshotTime {
  const { snapshotTime } = session as ClientSession & { snapshotTime?: SnapshotTime }
  if (!snapshotTime) throw new Error('the store did not tell the time of its snapshot')
  return snapshotTime
}

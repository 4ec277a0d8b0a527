import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog, type RoutingLogRecord } from '../../models/routing-log.ts'
import type { OfferDecision } from '../core/decision.ts'

/** The core's offer with its grounds, as the log tells it. */
export interface LoggedOffer extends RoutingLogRecord {
  kind: 'OFFERED'
  workItemId: string
  agentId: string
  queueId: string
  reservationId: string
  epoch: number
  decision: OfferDecision
}

/** What a person decided past the core, as the log tells it. */
export interface LoggedChoice extends RoutingLogRecord {
  kind: 'ASSIGNED' | 'TRANSFERRED' | 'CONSULTED' | 'ANSWERED'
  workItemId: string
  agentId: string
}

export type LoggedDecision = LoggedOffer | LoggedChoice

/**
 * The decision that made a reservation of a work item, or the newest one about who has the contact: a second agent who
 * was asked in beside the first one does not have it before it is handed over. Null when there was none.
 */
export async function findDecision(
  ctx: ServiceContext,
  workItemId: string,
  reservationId?: string | null,
): Promise<LoggedDecision | null> {
  const entry = await RoutingLog(ctx.db)
    .findOne({
      workItemId,
      ...(reservationId ? { reservationId } : {}),
      $or: [
        { kind: 'OFFERED', decision: { $exists: true } },
        { kind: { $in: reservationId ? ['ASSIGNED', 'CONSULTED'] : ['ASSIGNED', 'ANSWERED'] } },
        // Handed over; one that goes back into line first is decided by the offer that comes of it.
        { kind: 'TRANSFERRED', 'command.kind': 'RESERVED' },
      ],
    })
    .sort({ _id: -1 })
    .lean()
  return entry as LoggedDecision | null
}

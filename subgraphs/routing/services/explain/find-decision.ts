import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog, type RoutingLogRecord } from '../../models/routing-log.ts'
import type { OfferDecision } from '../core/decision.ts'

/** An offer with its grounds, as the log tells it. */
export interface LoggedDecision extends RoutingLogRecord {
  workItemId: string
  agentId: string
  queueId: string
  reservationId: string
  epoch: number
  decision: OfferDecision
}

/** The decision that made a reservation of a work item, or its newest one. Null when the core made none. */
export async function findDecision(
  ctx: ServiceContext,
  workItemId: string,
  reservationId?: string | null,
): Promise<LoggedDecision | null> {
  const made = { workItemId, kind: 'OFFERED' as const, decision: { $exists: true } }
  const entry = await RoutingLog(ctx.db)
    .findOne(reservationId ? { ...made, reservationId } : made)
    .sort({ _id: -1 })
    .lean()
  return entry as LoggedDecision | null
}

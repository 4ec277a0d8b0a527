import type { ReservationRecord } from '../../models/reservation.ts'
import type { ReservedCommand } from '../core/routing-command.ts'
import { countedAs } from './counted-as.ts'

/**
 * A live reservation's row as the core knows it.
 * @param version the work item's version with this reservation
 */
export function reserved(reservation: ReservationRecord, version?: number): ReservedCommand {
  const { _id: reservationId, agentId, queueId, mediaType, weight } = reservation
  return {
    kind: 'RESERVED',
    workItemId: countedAs(reservation),
    agentId,
    queueId,
    mediaType,
    weight,
    reservationId,
    ...(version !== undefined && reservation.kind === 'PRIMARY' && { version }),
  }
}

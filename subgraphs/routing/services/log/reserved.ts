import type { ReservationRecord } from '../../models/reservation.ts'
import type { ReservedCommand } from '../core/routing-command.ts'

/**
 * A live reservation's row as the core knows it.
 * @param version the work item's version with this reservation
 */
export function reserved(reservation: ReservationRecord, version?: number): ReservedCommand {
  const { _id: reservationId, workItemId, agentId, queueId, mediaType, weight } = reservation
  return {
    kind: 'RESERVED',
    workItemId,
    agentId,
    queueId,
    mediaType,
    weight,
    reservationId,
    ...(version !== undefined && { version }),
  }
}

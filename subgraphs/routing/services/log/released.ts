import type { ReservationRecord } from '../../models/reservation.ts'
import type { ReservationClosedCommand } from '../core/routing-command.ts'
import { countedAs } from './counted-as.ts'

/** A reservation that gives its weight back, as the core knows it. */
export function released(reservation: ReservationRecord): ReservationClosedCommand {
  const { _id: reservationId, agentId } = reservation
  return { kind: 'RESERVATION_CLOSED', workItemId: countedAs(reservation), agentId, reservationId }
}

import type { ReservationRecord } from '../../models/reservation.ts'

/**
 * Under which id the core counts a reservation. A consult takes its agent's capacity beside the agent who keeps the
 * contact, so that it counts as a contact of its own, which never waits.
 */
export function countedAs({ kind, workItemId }: Pick<ReservationRecord, 'kind' | 'workItemId'>): string {
  return kind === 'CONSULT' ? `${workItemId}#consult` : workItemId
}

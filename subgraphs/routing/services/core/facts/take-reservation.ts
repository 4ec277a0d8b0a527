import type { ReservationClosedCommand, ReservedCommand } from '../routing-command.ts'
import { agentOf, type CoreState } from '../state/core-state.ts'
import { closeReservation, reserve } from './reserve.ts'

/** Takes in that a reservation is live, unless the item has changed since. */
export function takeReservation(state: CoreState, command: ReservedCommand): void {
  const { workItemId, weight, reservationId, queueId, mediaType, version } = command
  const entry = state.items.get(workItemId)
  if (entry && version !== undefined) {
    if (version < entry.version) return
    entry.version = version
  }
  const agent = agentOf(state, command.agentId)
  reserve(state, workItemId, { agent, weight, reservationId, queueId, mediaType })
}

/** Takes in that a reservation is over, unless another one is live by now. */
export function takeClosing(state: CoreState, command: ReservationClosedCommand): void {
  const live = state.reservations.get(command.workItemId)
  if (!live || live.agent.id !== command.agentId) return
  const isOther =
    live.reservationId !== undefined &&
    command.reservationId !== undefined &&
    live.reservationId !== command.reservationId
  if (!isOther) closeReservation(state, command.workItemId)
}

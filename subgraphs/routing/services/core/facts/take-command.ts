import type { RoutingCommand } from '../routing-command.ts'
import type { CoreState } from '../state/core-state.ts'
import { changeAgent } from './change-agent.ts'
import { changeItem, forgetItem } from './change-item.ts'
import { removeQueue, saveQueue } from './save-queue.ts'
import { takeClosing, takeReservation } from './take-reservation.ts'

/** Takes one fact in, and notes what it may make possible. */
export function takeCommand(state: CoreState, command: RoutingCommand, limit: number): void {
  switch (command.kind) {
    case 'QUEUE_SAVED':
      saveQueue(state, command.queue, limit)
      break
    case 'QUEUE_REMOVED':
      removeQueue(state, command.queueId)
      break
    case 'AGENT_CHANGED':
      changeAgent(state, command.agent)
      break
    case 'ITEM_WAITS':
      changeItem(state, command.item)
      break
    case 'ITEM_GONE':
      forgetItem(state, command.workItemId, command.version)
      break
    case 'RESERVED':
      takeReservation(state, command)
      break
    case 'RESERVATION_CLOSED':
      takeClosing(state, command)
      break
    case 'TIME_PASSED':
      break
  }
}

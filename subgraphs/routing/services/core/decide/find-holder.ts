import { type AgentEntry, freeOf, isAvailable } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import { compareIds, compareOrder, type ItemEntry } from '../state/item-entry.ts'
import { mediaIndex, type Profile } from '../state/profile.ts'
import { mayGet } from './may-take.ts'
import { weightFor } from './scores-of.ts'

/**
 * Finds the agent to hold for an item that nobody has room for: of those who have some room, the one with the most,
 * who is not held yet; otherwise the one who is held for the item that is due last, if that is later than this one.
 * Without it, small contacts would take up again and again the room that a large one waits for.
 */
export function findHolder(state: CoreState, entry: ItemEntry): AgentEntry | undefined {
  const demand = entry.line?.demand
  if (!demand) return undefined
  if (demand.agent) return isHoldable(state, demand.agent, entry) ? demand.agent : undefined
  const media = mediaIndex[demand.mediaType]
  let roomiest: AgentEntry | undefined
  let latest: AgentEntry | undefined
  const { indexes } = demand
  const { withRoom } = state.profiles
  for (let at = 0; at < indexes.length; at++) {
    if (withRoom[indexes[at] as number] === 0) continue
    const profile = demand.profiles[at] as Profile
    for (const room of profile.rooms) {
      if (room.free >= (profile.weights[media] ?? 0)) continue
      const mostFree = roomiest ? freeOf(roomiest) : 0
      if (room.free >= mostFree) {
        room.open.visit((agent) => {
          if (!mayGet(agent, entry, state.nowMs)) return false
          if (room.free > mostFree || !roomiest || isLongerIdle(agent, roomiest)) roomiest = agent
          return true
        })
      }
      room.held.visit((agent) => {
        if (!isLater(agent, entry) || (latest && isLater(latest, agent.heldFor as ItemEntry))) return true
        if (!mayGet(agent, entry, state.nowMs)) return false
        latest = agent
        return true
      })
    }
  }
  return roomiest ?? latest
}

function isHoldable(state: CoreState, agent: AgentEntry, entry: ItemEntry): boolean {
  const free = freeOf(agent)
  const weight = weightFor(agent, entry)
  return (
    isAvailable(agent) &&
    free > 0 &&
    free < weight &&
    weight <= (agent.profile?.capacity.total ?? 0) &&
    (!agent.heldFor || isLater(agent, entry)) &&
    mayGet(agent, entry, state.nowMs)
  )
}

/** Whether the agent is held for an item that goes later than this one. */
function isLater(agent: AgentEntry, entry: ItemEntry): boolean {
  return agent.heldFor !== undefined && compareOrder(agent.heldFor, entry) > 0
}

function isLongerIdle(a: AgentEntry, b: AgentEntry): boolean {
  return (a.idleSinceMs - b.idleSinceMs || compareIds(a, b)) < 0
}

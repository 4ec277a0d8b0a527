import { type AgentEntry, freeOf, isAvailable } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import { mediaCount, roomOf } from '../state/profile.ts'
import { releaseProfile } from '../state/profiles.ts'
import { loadOrderOf } from '../state/recent-load.ts'

/** Changes what an agent is filed by: they leave their place, and take the one that is theirs then. */
export function refileAgent(state: CoreState, agent: AgentEntry, change: () => void): void {
  count(state, agent, -1)
  leaveRoom(agent)
  const { profile } = agent
  change()
  count(state, agent, 1)
  enterRoom(agent)
  if (profile && profile !== agent.profile) releaseProfile(state.profiles, state.demands, profile)
}

function enterRoom(agent: AgentEntry): void {
  const free = freeOf(agent)
  if (!agent.profile || !isAvailable(agent) || free <= 0) return
  agent.room = roomOf(agent.profile, free)
  agent.loadOrder = loadOrderOf(agent)
  ;(agent.heldFor ? agent.room.held : agent.room.open).add(agent)
}

function leaveRoom(agent: AgentEntry): void {
  const { room, profile } = agent
  if (!room || !profile) return
  ;(agent.heldFor ? room.held : room.open).delete(agent)
  agent.room = undefined
  if (room.open.size === 0 && room.held.size === 0) profile.rooms.splice(profile.rooms.indexOf(room), 1)
}

function count(state: CoreState, agent: AgentEntry, by: 1 | -1): void {
  const { profile } = agent
  if (!profile) return
  state.known += by
  profile.members += by
  if (!isAvailable(agent)) return
  state.available += by
  const { available, withRoom, roomy } = state.profiles
  add(available, profile.index, by)
  const free = freeOf(agent)
  if (free <= 0) return
  add(withRoom, profile.index, by)
  for (let media = 0; media < mediaCount; media++) {
    if (free >= (profile.weights[media] ?? 0)) add(roomy, profile.index * mediaCount + media, by)
  }
}

function add(counts: Int32Array, index: number, by: 1 | -1): void {
  counts[index] = (counts[index] ?? 0) + by
}

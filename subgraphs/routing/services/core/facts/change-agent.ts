import type { AgentState } from '../agent-state.ts'
import type { AgentEntry } from '../state/agent-entry.ts'
import { agentOf, type CoreState, noteAgent } from '../state/core-state.ts'
import { profileFor } from '../state/profiles.ts'
import { settleLoad } from '../state/recent-load.ts'
import { setDue } from '../state/timers.ts'
import { refileAgent } from './file-agent.ts'
import { release } from './hold.ts'

/** Takes in how an agent stands: presence, skills, capacity. */
export function changeAgent(state: CoreState, agentState: AgentState): void {
  const agent = agentOf(state, agentState.id)
  if (agent.heldFor) release(state, agent.heldFor)
  refileAgent(state, agent, () => {
    settleLoad(agent, state.nowMs)
    agent.state = agentState
    agent.idleSinceMs = agentState.idleSinceMs
    if (agentState.recentLoad) {
      agent.recentLoad = agentState.recentLoad.share
      agent.recentAtMs = agentState.recentLoad.atMs
    }
    agent.profile = profileFor(state.profiles, state.demands, agentState, state.nowMs)
  })
  armExpiry(state, agent)
  noteAgent(state, agent)
}

/** Takes skills from an agent that have expired by now. */
export function expireSkills(state: CoreState, agent: AgentEntry): void {
  if (agent.state)
    changeAgent(state, { ...agent.state, idleSinceMs: agent.idleSinceMs, recentLoad: undefined })
}

function armExpiry(state: CoreState, agent: AgentEntry): void {
  let dueMs = Number.POSITIVE_INFINITY
  for (const { expiresAtMs } of agent.state?.skills ?? []) {
    if (expiresAtMs !== undefined && expiresAtMs > state.nowMs) dueMs = Math.min(dueMs, expiresAtMs)
  }
  setDue(state.timers, agent, dueMs)
}

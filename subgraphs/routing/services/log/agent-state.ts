import type { AgentRecord } from '../../models/agent.ts'
import type { AgentState } from '../core/agent-state.ts'

/** An agent's row as the core knows them. What they have in hand reaches it by reservations. */
export function agentState(agent: AgentRecord): AgentState {
  return {
    id: agent._id,
    presence: agent.presence,
    presenceSinceMs: agent.presenceSince.getTime(),
    idleSinceMs: agent.idleSince.getTime(),
    skills: agent.skills.map(({ skillId, proficiency, expiresAt }) => ({
      skillId,
      proficiency,
      ...(expiresAt && { expiresAtMs: expiresAt.getTime() }),
    })),
    capacity: agent.capacity,
  }
}

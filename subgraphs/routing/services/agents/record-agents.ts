import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { AgentRecord } from '../../models/agent.ts'
import { agentState } from '../log/agent-state.ts'
import { recordRouting } from '../log/record-routing.ts'

/** Why an agent's routing profile changed. */
export type AgentSavedReason = 'SAVED' | 'SKILLS_GRANTED' | 'CERTIFIED'

/** Tells routing how agents stand now, in the transaction that changed them. */
export async function recordAgents(
  ctx: ServiceContext,
  agents: readonly AgentRecord[],
  reason: AgentSavedReason,
  session: ClientSession,
): Promise<void> {
  await recordRouting(
    ctx,
    session,
    ...agents.map((agent) => ({
      kind: 'AGENT_SAVED' as const,
      reason,
      agentId: agent._id,
      command: { kind: 'AGENT_CHANGED' as const, agent: agentState(agent) },
    })),
  )
}

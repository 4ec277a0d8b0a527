import type { ServiceContext } from '#platform/service/service-context.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import type { AgentRecord } from '../../models/agent.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { changePresence } from './change-presence.ts'

/**
 * A supervisor says it for an agent, for instance OFFLINE for one who went home and forgot. What rings for them goes to
 * others at once; what they have in hand is given back after a while when they stay away.
 */
export async function setAgentPresence(
  ctx: ServiceContext,
  agentId: string,
  status: PresenceStatus,
  actorId: string,
): Promise<Saved<AgentRecord>> {
  const agent = await ctx.transaction((session) =>
    changePresence(ctx, agentId, { status, reason: 'SUPERVISOR', actorId }, session),
  )
  return agent ? { saved: agent, refusals: [] } : refused('NOT_FOUND', 'There is no such agent.', 'agentId')
}

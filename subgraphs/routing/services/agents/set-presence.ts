import type { ServiceContext } from '#platform/service/service-context.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import { noRoutingProfile } from '../../errors.ts'
import type { AgentRecord } from '../../models/agent.ts'
import { changePresence } from './change-presence.ts'

/**
 * The agent says how ready they are.
 * @throws NO_ROUTING_PROFILE when they are staff, but no agent
 */
export async function setPresence(
  ctx: ServiceContext,
  agentId: string,
  status: PresenceStatus,
): Promise<AgentRecord> {
  const agent = await ctx.transaction((session) => changePresence(ctx, agentId, { status }, session))
  if (!agent) throw noRoutingProfile({ agentId })
  return agent
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import type { AgentState } from '../core/agent-state.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import { agentState } from '../log/agent-state.ts'

/**
 * How an agent stood before an entry of the log; as their row is, when they have not changed for so long that the log
 * no longer tells of them. Null when they have no routing profile.
 */
export async function agentThen(
  ctx: ServiceContext,
  agentId: string,
  entryId: string,
): Promise<AgentState | null> {
  const entry = await RoutingLog(ctx.db)
    .findOne({ agentId, 'command.kind': 'AGENT_CHANGED', _id: { $lt: entryId } })
    .sort({ _id: -1 })
    .lean()
  const fact = entry?.command as RoutingCommand | undefined
  if (fact?.kind === 'AGENT_CHANGED') return fact.agent
  const row = await Agents(ctx.db).findById(agentId).lean()
  return row && agentState(row)
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { weightOf } from '../core/capacity.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'

/** An agent who can take a contact now, and what it takes of their capacity. */
export interface Room {
  agent: AgentRecord
  weight: number
}

/** The room of the agent whom somebody chose; refused when they are not there, or have too much in hand. */
export async function findRoom(
  ctx: ServiceContext,
  { mediaType }: Pick<WorkItemRecord, 'mediaType'>,
  agentId: string,
  session: ClientSession,
): Promise<Saved<Room>> {
  const agent = await Agents(ctx.db).findById(agentId).session(session).lean()
  if (!agent) return refused('NOT_FOUND', 'There is no such agent.', 'agentId')
  if (agent.presence !== 'AVAILABLE' && agent.presence !== 'BUSY') {
    return refused('AGENT_UNAVAILABLE', `${agent.name} is not there.`, 'agentId')
  }
  const weight = weightOf(agent.capacity, mediaType)
  if (agent.free < weight) return refused('NO_ROOM', `${agent.name} has no room for this contact.`, 'agentId')
  return { saved: { agent, weight }, refusals: [] }
}

import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentRecord } from '../../models/agent.ts'
import type { QueueRecord } from '../../models/queue.ts'
import { canServe } from '../core/can-serve.ts'
import { weightOf } from '../core/capacity.ts'

/** Agents by state. */
export interface Staffing {
  available: number
  busy: number
  away: number
}

/** What is looked at of an agent. */
export type StaffedAgent = Pick<AgentRecord, 'presence' | 'skills' | 'capacity' | 'free'>

const everyMedia: readonly MediaType[] = ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL']

/**
 * Counts the agents who could serve a queue, or all of them without one: available with room for at least one kind of
 * contact that comes there; busy without, or by their own word; away.
 */
export function staffing(
  agents: readonly StaffedAgent[],
  at: Date,
  queue?: Pick<QueueRecord, 'mediaTypes' | 'requiredSkills'>,
): Staffing {
  const media = queue?.mediaTypes ?? everyMedia
  const counted: Staffing = { available: 0, busy: 0, away: 0 }
  for (const agent of agents) {
    if (queue && !canServe(agent.skills, queue.requiredSkills, at)) continue
    const hasRoom = media.some((kind) => agent.free >= weightOf(agent.capacity, kind))
    if (agent.presence === 'AWAY') counted.away += 1
    else if (agent.presence === 'BUSY' || (agent.presence === 'AVAILABLE' && !hasRoom)) counted.busy += 1
    else if (agent.presence === 'AVAILABLE') counted.available += 1
  }
  return counted
}

import { bestSetOf } from '../best-set-of.ts'
import { costOf, type Scores } from '../rank-candidates.ts'
import { type AgentEntry, freeOf, isAvailable } from '../state/agent-entry.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { mediaIndex } from '../state/profile.ts'
import { recentLoadOf } from '../state/recent-load.ts'
import { roomScores } from './room-scores.ts'

/**
 * How one agent is ranked for an item, asked by name: the only one who may have it, the last one, one who passed it
 * over. Undefined when they are not available, can not serve it, or have no room for it.
 */
export function scoresOf(agent: AgentEntry, entry: ItemEntry, nowMs: number): Scores | undefined {
  const { item, line } = entry
  const { profile } = agent
  if (!profile || !line?.demand || !isAvailable(agent)) return undefined
  const free = freeOf(agent)
  if (free <= 0 || free < weightFor(agent, entry)) return undefined
  const isOnly = line.demand.agent === agent
  if (line.demand.agent && !isOnly) return undefined
  const best = isOnly ? { needs: [], fit: 0 } : bestSetOf(profile.skills, line.demand.needSets)
  if (!best) return undefined
  const shared = roomScores(profile, free, best, entry)
  const recentLoad = recentLoadOf(agent, nowMs)
  return {
    agentId: agent.id,
    lastAgent: item.lastAgentId === agent.id,
    ...shared,
    recentLoad,
    cost: costOf({ ...shared, recentLoad }),
    idleSinceMs: agent.idleSinceMs,
  }
}

/** What the item takes of this agent's capacity. */
export function weightFor(agent: AgentEntry, { item }: ItemEntry): number {
  return agent.profile?.weights[mediaIndex[item.mediaType]] ?? Number.POSITIVE_INFINITY
}

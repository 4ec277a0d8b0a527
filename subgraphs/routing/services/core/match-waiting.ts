import { canServe } from './can-serve.ts'
import { weightOf } from './capacity.ts'
import { lineOf } from './line-of.ts'
import { mayBeOfferedTo } from './may-be-offered-to.ts'
import type { AvailableAgent, Offer, RoutingState, WaitingItem } from './routing-state.ts'
import type { SkillNeed } from './skill-need.ts'
import { skillFit } from './skill-fit.ts'

interface Candidate {
  agent: AvailableAgent
  fit: number
}

/**
 * Matches waiting items with available agents: the item due first takes the best agent for it, by skill fit, then by
 * the longest idle, then by id. Pure and deterministic: equal states and instants give equal offers.
 *
 * The offers leave no eligible pair: an item that got none could be served by nobody with room for it, and room only
 * shrinks while the items behind it are matched.
 * @param limit offers at most, which bounds the transaction that writes them; call again for the rest
 */
export function matchWaiting(state: RoutingState, at: Date, limit: number): Offer[] {
  const agents = state.agents.map((agent) => ({ ...agent }))
  const items = [...state.waiting].sort(
    (a, b) => a.orderAt.getTime() - b.orderAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const offers: Offer[] = []
  const exhausted = new Set<string>()
  for (const item of items) {
    if (offers.length >= limit) break
    const line = lineOf(item.queueId, item.mediaType)
    const needs = state.queues.get(item.queueId)?.requiredSkills
    if (!needs || exhausted.has(line)) continue
    const able = agents.filter((agent) => hasRoomFor(agent, item) && canServe(agent.skills, needs, at))
    if (able.length === 0) exhausted.add(line)
    const ranked = rank(able, item, needs, at)
    const best = ranked[0]
    if (!best) continue
    const { agent } = best
    const weight = weightOf(agent.capacity, item.mediaType)
    offers.push({
      workItemId: item.id,
      agentId: agent.id,
      queueId: item.queueId,
      weight,
      reason: !ranked[1] ? 'ONLY_ELIGIBLE' : best.fit > ranked[1].fit ? 'SKILL_FIT' : 'LONGEST_IDLE',
    })
    agent.free -= weight
    agent.idleSince = at
  }
  return offers
}

function hasRoomFor(agent: AvailableAgent, item: WaitingItem): boolean {
  return agent.free >= weightOf(agent.capacity, item.mediaType)
}

function rank(able: AvailableAgent[], item: WaitingItem, needs: readonly SkillNeed[], at: Date): Candidate[] {
  return able
    .filter((agent) => mayBeOfferedTo(item, agent, at))
    .map((agent) => ({ agent, fit: skillFit(agent.skills, needs, item.language, at) }))
    .sort(
      (a, b) =>
        b.fit - a.fit ||
        a.agent.idleSince.getTime() - b.agent.idleSince.getTime() ||
        (a.agent.id < b.agent.id ? -1 : 1),
    )
}

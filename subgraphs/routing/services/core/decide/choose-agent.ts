import type { Candidate, ExcludedCounts, OfferRule } from '../decision.ts'
import { costOf, type Scores } from '../rank-candidates.ts'
import type { AgentEntry } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import type { BestSet } from '../state/demand.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { mediaCount, mediaIndex, type Profile, type Room } from '../state/profile.ts'
import { recentLoadOf } from '../state/recent-load.ts'
import { isHeldAgainst, mayGet } from './may-take.ts'
import { type RoomScores, roomScores } from './room-scores.ts'
import { ruleOf } from './rule-of.ts'
import { scoresOf } from './scores-of.ts'
import { candidateOf, enlist, type Shortlist, shortlistSize } from './shortlist.ts'

/** The agent for an item, and why. */
export interface Choice {
  agent: AgentEntry
  rule: OfferRule
  candidates: readonly Candidate[]
  excluded: ExcludedCounts
}

/**
 * Chooses the best agent for an item that is in line: of those who can serve it, are available, have room, are not
 * held for an earlier one and did not just pass it over. Undefined when there is none.
 *
 * It looks at profiles, not at agents: within one, those with the same room differ by their load only and stand in its
 * order, so that the first few of each are enough.
 */
export function chooseAgent(state: CoreState, entry: ItemEntry): Choice | undefined {
  const demand = entry.line?.demand
  if (!demand) return undefined
  if (demand.agent) return chooseOnly(state, demand.agent, entry)
  const list: Shortlist = { agents: [], scores: [] }
  const last = lastAgentFor(state, entry)
  if (last) enlist(list, state.compare, last.agent, last.scores)
  const media = mediaIndex[demand.mediaType]
  const { indexes } = demand
  const { roomy } = state.profiles
  for (let at = 0; at < indexes.length; at++) {
    if (roomy[(indexes[at] as number) * mediaCount + media] === 0) continue
    const profile = demand.profiles[at] as Profile
    const best = demand.fits[at] as BestSet
    for (const room of profile.rooms) {
      if (room.free < (profile.weights[media] ?? 0)) break
      enlistRoom(state, entry, list, room, roomScores(profile, room.free, best, entry))
    }
  }
  const agent = list.agents[0]
  if (!agent) return undefined
  return { agent, rule: ruleOf(list.scores), ...explain(state, entry, list) }
}

function chooseOnly(state: CoreState, agent: AgentEntry, entry: ItemEntry): Choice | undefined {
  const scores = scoresOf(agent, entry, state.nowMs)
  if (!scores || isHeldAgainst(agent, entry) || !mayGet(agent, entry, state.nowMs)) return undefined
  const excluded = { unavailable: 0, lacksSkill: 0, noRoom: 0, passedOver: 0, held: 0 }
  return { agent, rule: 'DIRECT', candidates: [candidateOf(scores, 'CHOSEN')], excluded }
}

function lastAgentFor(state: CoreState, entry: ItemEntry): { agent: AgentEntry; scores: Scores } | undefined {
  const { lastAgentId } = entry.item
  const agent = lastAgentId === undefined ? undefined : state.agents.get(lastAgentId)
  if (!agent || isHeldAgainst(agent, entry) || !mayGet(agent, entry, state.nowMs)) return undefined
  const scores = scoresOf(agent, entry, state.nowMs)
  return scores && { agent, scores }
}

/** Lists the first of a room's agents; those behind one who is not good enough are not better. */
function enlistRoom(
  state: CoreState,
  entry: ItemEntry,
  list: Shortlist,
  room: Room,
  shared: RoomScores,
): void {
  const withoutLoad = costOf({ ...shared, recentLoad: 0 })
  const scores: Scores = {
    agentId: '',
    lastAgent: false,
    ...shared,
    recentLoad: 0,
    cost: withoutLoad,
    idleSinceMs: 0,
  }
  const isBehind = (agent: AgentEntry) => {
    if (agent.id === entry.item.lastAgentId || !mayGet(agent, entry, state.nowMs)) return false
    scores.agentId = agent.id
    scores.recentLoad = recentLoadOf(agent, state.nowMs)
    scores.cost = withoutLoad + scores.recentLoad
    scores.idleSinceMs = agent.idleSinceMs
    return !enlist(list, state.compare, agent, scores)
  }
  room.open.visit(isBehind)
  // Here the order is that of the holds, so that all are asked, up to those that are held for an earlier item.
  room.held.visit((agent) => {
    if (isHeldAgainst(agent, entry)) return true
    isBehind(agent)
    return false
  })
}

function explain(
  state: CoreState,
  entry: ItemEntry,
  list: Shortlist,
): Pick<Choice, 'candidates' | 'excluded'> {
  const demand = entry.line?.demand
  const candidates = list.scores.map((scores, index) =>
    candidateOf(scores, index === 0 ? 'CHOSEN' : 'RANKED_LOWER'),
  )
  const name = (agent: AgentEntry | undefined, outcome: Candidate['outcome']) => {
    if (!agent || candidates.length >= shortlistSize) return
    const scores = scoresOf(agent, entry, state.nowMs)
    if (scores) candidates.push(candidateOf(scores, outcome))
  }
  let able = 0
  let noRoom = 0
  let held = 0
  const media = demand ? mediaIndex[demand.mediaType] : 0
  const { available, roomy } = state.profiles
  for (const [at, index] of demand?.indexes.entries() ?? []) {
    const withRoom = roomy[index * mediaCount + media] as number
    able += available[index] as number
    noRoom += (available[index] as number) - withRoom
    if (withRoom === 0) continue
    const profile = demand?.profiles[at] as Profile
    for (const room of profile.rooms) {
      if (room.free < (profile.weights[media] ?? 0)) break
      if (room.held.size === 0) continue
      const isBlocked = (agent: AgentEntry) => isHeldAgainst(agent, entry)
      held += room.held.size - room.held.countUntil(isBlocked)
      name(room.held.firstWhere(isBlocked), 'HELD')
    }
  }
  let passedOver = 0
  for (const agent of passedOverBy(state, entry)) {
    passedOver++
    if (isHeldAgainst(agent, entry)) held--
    name(agent, 'PASSED_OVER')
  }
  const excluded = {
    unavailable: state.known - state.available,
    lacksSkill: state.available - able,
    noRoom,
    passedOver,
    held,
  }
  return { candidates, excluded }
}

/** Those who could serve the item now, had they not passed it over. */
function passedOverBy(state: CoreState, entry: ItemEntry): AgentEntry[] {
  const ids = new Set(entry.item.passedOver.map(({ agentId }) => agentId))
  return [...ids]
    .map((id) => state.agents.get(id))
    .filter((agent) => agent !== undefined)
    .filter((agent) => !mayGet(agent, entry, state.nowMs) && scoresOf(agent, entry, state.nowMs))
}

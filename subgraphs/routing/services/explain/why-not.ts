import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import type { AgentState } from '../core/agent-state.ts'
import { weightOf } from '../core/capacity.ts'
import type { Candidate, OfferDecision } from '../core/decision.ts'
import { isPassedOver } from '../core/is-passed-over.ts'
import type { SkillNeed } from '../core/skill-need.ts'
import type { KnownThen } from './known-then.ts'

/** A candidate as the decision names it. */
export type RankedCandidate = Candidate

/** A need that an agent did not meet. */
export interface MissingSkill extends SkillNeed {
  /** What they had of it; null: nothing. */
  proficiency: number | null
  /** Since when it does not count any more. */
  expiredAt: Date | null
}

/** Why one agent did not get a contact, as things stood when it was decided. */
export interface NotChosen {
  agentId: string
  reason:
    | 'CHOSEN'
    | 'NO_PROFILE'
    | 'NOT_MEANT'
    | 'UNAVAILABLE'
    | 'LACKS_SKILL'
    | 'NO_ROOM'
    | 'PASSED_OVER'
    | 'HELD'
    | 'RANKED_LOWER'
  presence?: PresenceStatus
  presenceSince?: Date
  /** For LACKS_SKILL: of the set of needs that they came nearest to. */
  missingSkills: MissingSkill[]
  neededRoom?: number
  freeRoom?: number
  passedOverAt?: Date
  heldForWorkItemId?: string
  /** How they were ranked, where they were among the best five. */
  candidate?: RankedCandidate
}

/**
 * Asks the core's own questions in its own order: is the agent there, can they serve it, have they room, did they just
 * pass it over, are they held for something due earlier, and who ranks higher.
 */
export function whyNot(
  decision: OfferDecision,
  atMs: number,
  agentId: string,
  { agent, item, queue, inHand, offeredNext }: KnownThen,
): NotChosen {
  const candidate = decision.candidates.find((one) => one.agentId === agentId)
  const base = { agentId, missingSkills: [], ...(candidate && { candidate }) }
  if (decision.agentId === agentId) return { ...base, reason: 'CHOSEN' }
  if (!agent) return { ...base, reason: 'NO_PROFILE' }
  const standing = { presence: agent.presence, presenceSince: new Date(agent.presenceSinceMs) }
  if (decision.rule === 'DIRECT') return { ...base, ...standing, reason: 'NOT_MEANT' }
  if (!candidate && agent.presence !== 'AVAILABLE') return { ...base, ...standing, reason: 'UNAVAILABLE' }

  const sets = queue?.rings[decision.ring]?.alternatives ?? []
  const missingSkills = candidate ? [] : missingOf(agent, sets, item.requires ?? [], atMs)
  if (missingSkills.length > 0) return { ...base, ...standing, missingSkills, reason: 'LACKS_SKILL' }

  const room = {
    neededRoom: weightOf(agent.capacity, decision.mediaType),
    freeRoom: agent.capacity.total - inHand,
  }
  const known = { ...base, ...standing, ...room }
  if (!candidate && room.freeRoom < room.neededRoom) return { ...known, reason: 'NO_ROOM' }

  const passed = item.passedOver.findLast((one) => one.agentId === agentId)
  const isPassed = isPassedOver(item, agentId, agent.presenceSinceMs, atMs)
  if (candidate?.outcome === 'PASSED_OVER' || (!candidate && isPassed)) {
    return { ...known, reason: 'PASSED_OVER', ...(passed && { passedOverAt: new Date(passed.atMs) }) }
  }
  // Everybody who could be chosen is listed while the list is not full: who is not was held.
  const ranked = decision.candidates.filter(
    ({ outcome }) => outcome === 'CHOSEN' || outcome === 'RANKED_LOWER',
  )
  const unlisted = !candidate && ranked.length < 5 && decision.excluded.held > 0
  if (candidate?.outcome === 'HELD' || unlisted) {
    const heldFor = offeredNext && offeredNext.weight > room.freeRoom ? offeredNext.workItemId : undefined
    return { ...known, reason: 'HELD', ...(heldFor && { heldForWorkItemId: heldFor }) }
  }
  return { ...known, reason: 'RANKED_LOWER' }
}

/** What the agent lacks of the set of needs that they come nearest to; nothing when they meet one. */
function missingOf(
  agent: AgentState,
  sets: readonly (readonly SkillNeed[])[],
  requires: readonly SkillNeed[],
  atMs: number,
): MissingSkill[] {
  const lacks = sets.map((needs) => [...needs, ...requires].flatMap((need) => lackOf(agent, need, atMs)))
  return lacks.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function lackOf({ skills }: AgentState, need: SkillNeed, atMs: number): MissingSkill[] {
  const skill = skills.find(({ skillId }) => skillId === need.skillId)
  const expired = skill?.expiresAtMs !== undefined && skill.expiresAtMs <= atMs
  if (skill && !expired && skill.proficiency >= need.minimumProficiency) return []
  const expiredAt = expired && skill.expiresAtMs !== undefined ? new Date(skill.expiresAtMs) : null
  return [{ ...need, proficiency: skill?.proficiency ?? null, expiredAt }]
}

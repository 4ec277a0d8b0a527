import type { OfferRule } from '../decision.ts'
import { rankingWeights, type Scores } from '../rank-candidates.ts'

/** What put the first of several ranked agents before the second; of what their costs differ by, the greatest part. */
export function ruleOf([first, second]: readonly Scores[]): OfferRule {
  if (!first || !second) return 'ONLY_ELIGIBLE'
  if (first.lastAgent) return 'LAST_AGENT'
  if (first.preferences !== second.preferences) return 'PREFERENCES'
  const parts: [OfferRule, number][] = [
    ['LEAST_OCCUPIED', second.recentLoad - first.recentLoad],
    ['SKILL_FIT', rankingWeights.fit * (first.fit - second.fit)],
    ['KEEPS_ROOM', rankingWeights.breaksWhole * (Number(second.breaksWhole) - Number(first.breaksWhole))],
    ['LEAST_FLEXIBLE', rankingWeights.flexibility * (second.flexibility - first.flexibility)],
  ]
  const [rule, part] = parts.reduce((most, other) => (other[1] > most[1] ? other : most))
  return first.cost < second.cost && part > 0 ? rule : 'LONGEST_IDLE'
}

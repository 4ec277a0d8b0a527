import type { OfferRule } from '../decision.ts'
import type { Scores } from '../rank-candidates.ts'

/** What put the first of several ranked agents before the second. */
export function ruleOf([first, second]: readonly Scores[]): OfferRule {
  if (!first || !second) return 'ONLY_ELIGIBLE'
  if (first.lastAgent) return 'LAST_AGENT'
  if (first.fit !== second.fit) return 'SKILL_FIT'
  if (first.occupancy !== second.occupancy) return 'LEAST_OCCUPIED'
  return 'LONGEST_IDLE'
}

import type { Candidate } from './decision.ts'

/** What agents are ranked by. */
export type Scores = Omit<Candidate, 'outcome'>

/** Which of two agents goes first. */
export type CompareCandidates = (a: Scores, b: Scores) => number

/**
 * What one unit of each reason to choose somebody else weighs, in shares of load. Found by simulating busy days, and
 * judged on other days (`npm run bench -- routing simulation`).
 */
export const rankingWeights = { fit: 0.05, flexibility: 0.02, breaksWhole: 0.1 } as const

/**
 * What it costs to give somebody a contact: the load that they had lately, more for those who could serve much else or
 * would no longer be free for a call, less for those who are good at it.
 */
export function costOf({
  recentLoad,
  fit,
  flexibility,
  breaksWhole,
}: Pick<Scores, 'recentLoad' | 'fit' | 'flexibility' | 'breaksWhole'>): number {
  const room = breaksWhole ? rankingWeights.breaksWhole : 0
  // The load comes last: whoever knows the rest already adds it, and gets the same number.
  return rankingWeights.flexibility * flexibility - rankingWeights.fit * fit + room + recentLoad
}

/**
 * Who served the customer last goes first, then who meets most of what is wished; of those the one whom it costs
 * least, and of equals who is idle longest.
 */
export const compareCandidates: CompareCandidates = (a, b) =>
  Number(b.lastAgent) - Number(a.lastAgent) ||
  b.preferences - a.preferences ||
  a.cost - b.cost ||
  a.idleSinceMs - b.idleSinceMs ||
  (a.agentId < b.agentId ? -1 : 1)

import type { Candidate } from './decision.ts'

/** What agents are ranked by. */
export type Scores = Pick<Candidate, 'agentId' | 'lastAgent' | 'fit' | 'occupancy' | 'idleSinceMs'>

/** Which of two agents goes first; a longer idle one never goes behind one who is equal otherwise. */
export type CompareCandidates = (a: Scores, b: Scores) => number

/**
 * Who served the customer last goes first, then who fits best; of those who fit alike, a fair share of the work: who
 * has the least in hand, then who is idle longest.
 */
export const compareCandidates: CompareCandidates = (a, b) =>
  Number(b.lastAgent) - Number(a.lastAgent) ||
  b.fit - a.fit ||
  a.occupancy - b.occupancy ||
  a.idleSinceMs - b.idleSinceMs ||
  (a.agentId < b.agentId ? -1 : 1)

import type { Candidate } from '../decision.ts'
import type { CompareCandidates, Scores } from '../rank-candidates.ts'
import type { AgentEntry } from '../state/agent-entry.ts'

/** How many candidates an offer names. */
export const shortlistSize = 5

/** The best few agents for an item, best first. */
export interface Shortlist {
  agents: AgentEntry[]
  scores: Scores[]
}

/** Puts an agent on the list when they are better than the last on it; says whether they were. */
export function enlist(
  list: Shortlist,
  compare: CompareCandidates,
  agent: AgentEntry,
  scores: Scores,
): boolean {
  const { agents, scores: listed } = list
  let at = listed.length
  while (at > 0 && compare(scores, listed[at - 1] as Scores) < 0) at--
  if (at >= shortlistSize) return false
  listed.splice(at, 0, { ...scores })
  agents.splice(at, 0, agent)
  if (listed.length > shortlistSize) {
    listed.pop()
    agents.pop()
  }
  return true
}

/** A listed agent as the offer names them. */
export function candidateOf(scores: Scores, outcome: Candidate['outcome']): Candidate {
  return { ...scores, outcome }
}

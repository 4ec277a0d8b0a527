import type { UsedOperation } from '../../engine/audience.ts'
import type { SupergraphProblem } from '../problem.ts'

/** What is to be tried. */
export interface TrialOrder {
  /** Tells the answers apart. */
  id: number
  sdl: string
  /** Addresses that hold instead of the supergraph's own. */
  urls: Readonly<Record<string, string>>
  /** Operations that clients use. */
  operations: readonly UsedOperation[]
}

/** What came of it. */
export interface TrialReport {
  id: number
  /** Why it cannot be taken; empty when it can. */
  problems: readonly SupergraphProblem[]
  /** Operations of clients that it no longer answers, with the reason. */
  lost: readonly LostOperation[]
}

export interface LostOperation {
  /** The operation's name, or the beginning of its text. */
  operation: string
  reason: string
}

/** Why a supergraph is not taken. */
export const problemCodes = {
  empty: 'SUPERGRAPH_EMPTY',
  tooLarge: 'SUPERGRAPH_TOO_LARGE',
  syntax: 'SUPERGRAPH_SYNTAX',
  notASupergraph: 'NOT_A_SUPERGRAPH',
  unknownSpec: 'SUPERGRAPH_UNKNOWN_SPEC',
  noAddress: 'SUPERGRAPH_ADDRESS_MISSING',
  invalidSchema: 'SUPERGRAPH_INVALID_SCHEMA',
  invalidFieldSet: 'SUPERGRAPH_INVALID_FIELD_SET',
  invalidTopic: 'SUPERGRAPH_INVALID_TOPIC',
  plannerRefused: 'SUPERGRAPH_PLANNER_REFUSED',
  notPlannable: 'SUPERGRAPH_NOT_PLANNABLE',
  trialFailed: 'SUPERGRAPH_TRIAL_FAILED',
} as const

export type ProblemCode = (typeof problemCodes)[keyof typeof problemCodes]

/** One thing that is wrong with a supergraph, in words for whoever publishes it. */
export interface SupergraphProblem {
  code: ProblemCode
  message: string
}

/** What the planner threw at a supergraph. */
export function plannerRefused(error: unknown): SupergraphProblem {
  return {
    code: problemCodes.plannerRefused,
    message: error instanceof Error ? error.message : String(error),
  }
}

/** Whether nothing was found out about the supergraph, so that it may be tried again. */
export function saysNothing(problems: readonly SupergraphProblem[]): boolean {
  return problems.every(({ code }) => code === problemCodes.trialFailed)
}

/** A supergraph was not taken; what served before serves on. */
export class SupergraphRefused extends Error {
  readonly problems: readonly SupergraphProblem[]

  constructor(problems: readonly SupergraphProblem[]) {
    super(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'))
    this.problems = problems
  }
}

import type { CombinedError } from 'urql'
import type { Refusal } from '../../forms/refusals.ts'
import { type Problem, problemOf } from '../../graph/problem.ts'
import { problemWord } from '../../words/problem-word.ts'
import type { Word } from '../../words/use-words.ts'

/** Why a question was not answered. */
export interface WhatIfRefusal {
  problem: Problem
  word: Word
  /** At the fields of the form. */
  refusals: readonly Refusal[]
  /** Nothing was recorded that it could start from: figures of one's own help. */
  nothingRecorded: boolean
}

const words: Record<string, Word> = {
  SIMULATION_BUSY: 'whatIf.problem.BUSY',
  SIMULATION_TOO_LARGE: 'whatIf.problem.TOO_LARGE',
  SIMULATION_TOO_LONG: 'whatIf.problem.TOO_LONG',
  BAD_USER_INPUT: 'whatIf.problem.FIELD',
}

/** Reads a refused question; undefined when there was no refusal. */
export function whatIfRefusal(error: CombinedError | undefined): WhatIfRefusal | undefined {
  const problem = problemOf(error)
  if (!problem) return undefined
  const { field, what } = parametersOf(error)
  const nothingRecorded = problem.code === 'NOTHING_RECORDED'
  return {
    problem,
    nothingRecorded,
    word: nothingRecorded
      ? what === 'agents'
        ? 'whatIf.problem.NO_AGENTS'
        : 'whatIf.problem.NO_CONTACTS'
      : (words[problem.code] ?? problemWord(problem.code)),
    refusals:
      problem.code === 'BAD_USER_INPUT' && field
        ? [{ field, code: /^removeAgents\.\d+\.count$/.test(field) ? 'NOT_AS_MANY' : 'OUT_OF_RANGE' }]
        : [],
  }
}

/** What a refusal says beside its code. */
function parametersOf(error: CombinedError | undefined): { field?: string; what?: string } {
  const parameters: unknown = error?.graphQLErrors[0]?.extensions.parameters
  if (typeof parameters !== 'object' || parameters === null) return {}
  return {
    ...('field' in parameters && typeof parameters.field === 'string' ? { field: parameters.field } : {}),
    ...('what' in parameters && typeof parameters.what === 'string' ? { what: parameters.what } : {}),
  }
}

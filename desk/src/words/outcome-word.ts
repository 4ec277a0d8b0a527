import type { OperationResult } from 'urql'
import { problemOf } from '../graph/problem.ts'
import { problemWord } from './problem-word.ts'
import { refusalWord } from './refusal-word.ts'
import type { Word } from './use-words.ts'

/** The words for why a mutation did nothing: an error, or the first of its payload's `userErrors`; undefined when it did. */
export function outcomeWord({
  data,
  error,
}: Pick<OperationResult<object>, 'data' | 'error'>): Word | undefined {
  const problem = problemOf(error)
  if (problem) return problemWord(problem.code)
  for (const payload of Object.values(data ?? {}) as unknown[]) {
    if (typeof payload !== 'object' || payload === null || !('userErrors' in payload)) continue
    const [first] = payload.userErrors as { code: string }[]
    if (first) return refusalWord(first.code)
  }
  return undefined
}

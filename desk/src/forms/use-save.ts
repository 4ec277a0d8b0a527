import { useState } from 'react'
import { type AnyVariables, type TypedDocumentNode, useMutation } from 'urql'
import { type Problem, problemOf } from '../graph/problem.ts'
import type { Refusal } from './refusals.ts'

/** Sends a form, and keeps what came of it. */
export interface Save<V> {
  saving: boolean
  saved: boolean
  problem: Problem | undefined
  refusals: readonly Refusal[]
  /** @returns whether it was accepted */
  save: (variables: V) => Promise<boolean>
  /** The form was changed: what came of the last time does not count any more. */
  touched: () => void
}

const fresh = { saved: false, problem: undefined, refusals: [] as readonly Refusal[] }

/**
 * A mutation behind a form.
 * @param refusalsIn finds the payload's `userErrors`
 */
export function useSave<D, V extends AnyVariables>(
  document: TypedDocumentNode<D, V>,
  refusalsIn: (data: D) => readonly Refusal[],
): Save<V> {
  const [{ fetching }, execute] = useMutation(document)
  const [outcome, setOutcome] = useState<Pick<Save<V>, 'saved' | 'problem' | 'refusals'>>(fresh)
  return {
    ...outcome,
    saving: fetching,
    async save(variables) {
      const { data, error } = await execute(variables)
      const problem = problemOf(error)
      const refusals = data ? refusalsIn(data) : []
      const saved = !problem && refusals.length === 0
      setOutcome({ saved, problem, refusals })
      return saved
    },
    touched: () => setOutcome((old) => (old === fresh ? old : { ...fresh, refusals: old.refusals })),
  }
}

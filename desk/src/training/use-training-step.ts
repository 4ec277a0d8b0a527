import { useState } from 'react'
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql'
import {
  AcceptTrainingDocument,
  CancelTrainingDocument,
  CertifyTrainingDocument,
  DeclineTrainingDocument,
  NoteTrainingDocument,
  ReturnTrainingDocument,
  StartTrainingDocument,
  SubmitTrainingDocument,
} from '../generated/operations.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import type { Word } from '../words/use-words.ts'
import type { TrainingStep } from './training-steps.ts'

/** What a step needs besides its training. */
export interface StepWords {
  /** Why, or what was done. */
  text: string
  /** What is certified. */
  proficiency: number
  /** Until when a certification counts; null without end. */
  validUntil: string | null
}

/** Takes a training a step on, and keeps why it was refused. */
export function useTrainingStep(id: string) {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Word>()

  const send = (step: TrainingStep, { text, proficiency, validUntil }: StepWords) => {
    const mutate = <D extends object, V extends AnyVariables>(
      document: TypedDocumentNode<D, V>,
      variables: V,
    ) => client.mutation(document, variables).toPromise().then(outcomeWord)
    switch (step) {
      case 'accept':
        return mutate(AcceptTrainingDocument, { id })
      case 'decline':
        return mutate(DeclineTrainingDocument, { id, reason: text })
      case 'start':
        return mutate(StartTrainingDocument, { id })
      case 'note':
        return mutate(NoteTrainingDocument, { input: { id, text, evidenceUrl: null } })
      case 'submit':
        return mutate(SubmitTrainingDocument, { id })
      case 'certify':
        return mutate(CertifyTrainingDocument, { input: { id, proficiency, validUntil } })
      case 'return':
        return mutate(ReturnTrainingDocument, { id, reason: text })
      case 'cancel':
        return mutate(CancelTrainingDocument, { id, reason: text })
    }
  }
  return {
    busy,
    refusal,
    /** @returns whether it was done */
    async take(step: TrainingStep, words: StepWords): Promise<boolean> {
      setBusy(true)
      const refused = await send(step, words)
      setBusy(false)
      setRefusal(refused)
      return refused === undefined
    },
  }
}

import { useState } from 'react'
import type { AnyVariables, TypedDocumentNode } from 'urql'
import { ConfirmDialog } from '../app/ConfirmDialog.tsx'
import type { Refusal } from '../forms/refusals.ts'
import { useSave } from '../forms/use-save.ts'
import { problemWord } from '../words/problem-word.ts'
import { refusalWord } from '../words/refusal-word.ts'
import { useWords } from '../words/use-words.ts'

interface RemoveEntryProperties<D, V extends AnyVariables> {
  document: TypedDocumentNode<D, V>
  variables: V
  refusalsIn: (data: D) => readonly Refusal[]
  /** What is removed, by name. */
  name: string
  /** What becomes of what depends on it. */
  hint: string
  onRemoved: () => void
}

/** Removes something for good, after asking. */
export function RemoveEntry<D, V extends AnyVariables>(properties: RemoveEntryProperties<D, V>) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const removal = useSave(properties.document, properties.refusalsIn)
  const remove = async () => {
    if (await removal.save(properties.variables)) properties.onRemoved()
  }
  return (
    <>
      <button type="button" className="control self-start text-bad" onClick={() => setOpen(true)}>
        {t('form.remove')}
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('form.remove.title', { name: properties.name })}
        label={t('form.remove')}
        busy={removal.saving}
        onConfirm={() => void remove()}
      >
        <p className="text-ink-soft">{properties.hint}</p>
        {removal.refusals.map(({ code }) => (
          <p key={code} role="alert" className="text-bad">
            {t(refusalWord(code))}
          </p>
        ))}
        {removal.problem && (
          <p role="alert" className="text-bad">
            {t(problemWord(removal.problem.code))}
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}

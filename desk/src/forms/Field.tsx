import { type ReactNode, useId } from 'react'
import { refusalWord } from '../words/refusal-word.ts'
import { useWords } from '../words/use-words.ts'
import type { Refusal } from './refusals.ts'

/** What a control needs to belong to its field. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProperties {
  label: string
  hint?: string
  refusal?: Refusal | undefined
  children: (control: FieldControl) => ReactNode
}

/** A labelled control, with what it is for and why it was refused. */
export function Field({ label, hint, refusal, children }: FieldProperties) {
  const { t } = useWords()
  const id = useId()
  const described = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': refusal ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-ink-soft">
          {hint}
        </p>
      )}
      {refusal && (
        <p id={`${id}-refusal`} role="alert" className="text-12 text-bad">
          {t(refusalWord(refusal.code))}
        </p>
      )}
    </div>
  )
}

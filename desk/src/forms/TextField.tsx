import { Field } from './Field.tsx'
import type { Refusal } from './refusals.ts'

interface TextFieldProperties {
  label: string
  hint?: string
  refusal?: Refusal | undefined
  required?: boolean
  value: string
  onChange: (value: string) => void
}

/** A labelled line of text. */
export function TextField({ required, value, onChange, ...field }: TextFieldProperties) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="field"
          required={required}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { durationParts, durationUnits, type DurationUnit, isoDuration } from './duration-parts.ts'
import { Field } from './Field.tsx'
import type { Refusal } from './refusals.ts'

interface DurationFieldProperties {
  label: string
  hint?: string
  refusal?: Refusal | undefined
  /** ISO 8601; null where it is left empty. */
  value: string | null
  onChange: (value: string | null) => void
}

/** A length of time: a number and its unit. Empty means none. */
export function DurationField({ value, onChange, ...field }: DurationFieldProperties) {
  const { t } = useWords()
  const parts = durationParts(value)
  // Kept beside the value: "90 seconds" is not turned into minutes while somebody types.
  const [unit, setUnit] = useState<DurationUnit>(parts?.unit ?? 'minute')
  const amount = parts && (parts.amount * durationUnits[parts.unit]) / durationUnits[unit]
  const tell = (next: number | undefined, nextUnit: DurationUnit) =>
    onChange(next === undefined ? null : isoDuration({ amount: next, unit: nextUnit }))
  return (
    <Field {...field}>
      {(control) => (
        <div className="flex gap-2">
          <input
            {...control}
            type="number"
            min={0}
            step="any"
            className="field figure w-24"
            value={amount ?? ''}
            onChange={({ target }) => tell(target.value === '' ? undefined : Number(target.value), unit)}
          />
          <select
            className="field w-auto"
            aria-label={t('form.unit', { field: field.label })}
            value={unit}
            onChange={({ target }) => {
              const next = target.value as DurationUnit
              setUnit(next)
              tell(amount, next)
            }}
          >
            {(Object.keys(durationUnits) as DurationUnit[]).toReversed().map((name) => (
              <option key={name} value={name}>
                {t(`unit.${name}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}

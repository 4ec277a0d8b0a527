import { Field } from '../../forms/Field.tsx'
import type { Refusal } from '../../forms/refusals.ts'
import { useWords } from '../../words/use-words.ts'

interface VolumesProperties {
  volume: string
  volumes: Record<string, string>
  onChange: (part: { volume?: string; volumes?: Record<string, string> }) => void
  /** Those that something comes to. */
  queues: readonly { id: string; name: string }[]
  refusal: Refusal | undefined
}

/** More or fewer contacts: of all queues, and of single ones on top. */
export function Volumes({ volume, volumes, onChange, queues, refusal }: VolumesProperties) {
  const { t } = useWords()
  return (
    <div className="grid grid-cols-2 gap-3">
      <Percent
        label={t('whatIf.volume.all')}
        value={volume}
        onChange={(value) => onChange({ volume: value })}
        refusal={refusal}
      />
      {queues.map(({ id, name }) => (
        <Percent
          key={id}
          label={t('whatIf.volume.of', { queue: name })}
          value={volumes[id] ?? '100'}
          onChange={(value) => onChange({ volumes: { ...volumes, [id]: value } })}
        />
      ))}
    </div>
  )
}

interface PercentProperties {
  label: string
  value: string
  onChange: (value: string) => void
  refusal?: Refusal | undefined
}

const Percent = ({ label, value, onChange, refusal }: PercentProperties) => (
  <Field label={label} refusal={refusal}>
    {(control) => (
      <input
        {...control}
        type="number"
        min={0}
        max={1_000}
        required
        className="field figure w-24"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)

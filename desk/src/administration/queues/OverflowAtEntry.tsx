import { Field } from '../../forms/Field.tsx'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import type { QueueDraft } from './queue-draft.ts'

interface OverflowAtEntryProperties {
  draft: QueueDraft
  onChange: (part: Pick<QueueDraft, 'maxWaiting' | 'overflowTo'>) => void
  queues: readonly { id: string; name: string }[]
  refusals: readonly Refusal[]
}

/** Where the next contact goes when a queue is full. */
export function OverflowAtEntry({ draft, onChange, queues, refusals }: OverflowAtEntryProperties) {
  const { t } = useWords()
  const { maxWaiting, overflowTo } = draft
  return (
    <Section title={t('queues.overflow')} hint={t('queues.overflow.hint')}>
      <div className="grid gap-4 small:grid-cols-2">
        <Field label={t('queues.maxWaiting')} refusal={refusalOf(refusals, 'maxWaiting')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              className="field figure w-32"
              value={maxWaiting ?? ''}
              onChange={({ target }) =>
                onChange({ overflowTo, maxWaiting: target.value === '' ? null : Number(target.value) })
              }
            />
          )}
        </Field>
        <Field label={t('queues.overflowTo')} refusal={refusalOf(refusals, 'overflowTo')}>
          {(control) => (
            <select
              {...control}
              className="field"
              value={overflowTo ?? ''}
              onChange={({ target }) => onChange({ maxWaiting, overflowTo: target.value || null })}
            >
              <option value="">{t('queues.nowhere')}</option>
              {queues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </Section>
  )
}

import { type FormEvent, useState } from 'react'
import { DurationField } from '../../forms/DurationField.tsx'
import { Field } from '../../forms/Field.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  RemoveSlaPolicyDocument,
  SaveSlaPolicyDocument,
  type SlaMetric,
  type SlaPolicySettingsFragment,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { RemoveEntry } from '../RemoveEntry.tsx'
import { metricsOf } from './metrics-of.ts'
import { changePolicy, mayPause, type PolicyDraft, policyDraft, policyInput } from './policy-draft.ts'
import { PolicyPreview } from './PolicyPreview.tsx'
import { PolicyScope } from './PolicyScope.tsx'

interface PolicyFormProperties {
  /** Undefined for a new one. */
  policy: SlaPolicySettingsFragment | undefined
  calendars: readonly { id: string; name: string; timeZone: string }[]
  queues: readonly { id: string; name: string }[]
  onSaved: (policyId: string) => void
  onRemoved: () => void
}

const shown = [
  'id',
  'name',
  'mediaType',
  'channel',
  'queueId',
  'minimumPriority',
  'customerTier',
  'metric',
  'target',
  'warnBefore',
  'calendarId',
  'pauseOn',
]

/** One policy: for which contacts, which clock, how long, and when it counts; with a look at what that means. */
export function PolicyForm({ policy, calendars, queues, onSaved, onRemoved }: PolicyFormProperties) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => policyDraft(policy))
  const [savedTimes, setSavedTimes] = useState(0)
  const form = useSave(SaveSlaPolicyDocument, ({ saveSlaPolicy }) => saveSlaPolicy.userErrors)
  const { refusals } = form
  const set = (part: Partial<PolicyDraft>) => {
    form.touched()
    setDraft(changePolicy(draft, part))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = policyInput(draft)
    if (!(await form.save({ input }))) return
    setSavedTimes(savedTimes + 1)
    onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={policy?.name ?? t('sla.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{policy?.name ?? t('sla.new')}</h2>
      <PolicyScope draft={draft} isNew={!policy} queues={queues} onChange={set} refusals={refusals} />
      <Section title={t('sla.clock')}>
        <div className="grid gap-4 small:grid-cols-2">
          <Field label={t('sla.metric')} refusal={refusalOf(refusals, 'metric')}>
            {(control) => (
              <select
                {...control}
                className="field"
                value={draft.metric}
                onChange={({ target }) => set({ metric: target.value as SlaMetric })}
              >
                {metricsOf(draft.mediaType).map((metric) => (
                  <option key={metric} value={metric}>
                    {t(`metric.${metric}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label={t('sla.calendar')}
            hint={t('sla.calendar.hint')}
            refusal={refusalOf(refusals, 'calendarId')}
          >
            {(control) => (
              <select
                {...control}
                className="field"
                value={draft.calendarId ?? ''}
                onChange={({ target }) => set({ calendarId: target.value || null })}
              >
                <option value="">{t('sla.always')}</option>
                {calendars.map(({ id, name, timeZone }) => (
                  <option key={id} value={id}>
                    {name} ({timeZone})
                  </option>
                ))}
              </select>
            )}
          </Field>
          <DurationField
            label={t('sla.target')}
            refusal={refusalOf(refusals, 'target')}
            value={draft.target}
            onChange={(value) => set({ target: value ?? 'PT0S' })}
          />
          <DurationField
            label={t('sla.warnBefore')}
            refusal={refusalOf(refusals, 'warnBefore')}
            value={draft.warnBefore}
            onChange={(value) => set({ warnBefore: value ?? 'PT0S' })}
          />
        </div>
        {mayPause(draft) && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={draft.pauseOn?.includes('CUSTOMER_TURN') ?? false}
              onChange={({ target }) => set({ pauseOn: target.checked ? ['CUSTOMER_TURN'] : [] })}
            />
            {t('sla.pauseOn')}
          </label>
        )}
      </Section>
      <FormFooter {...form} refusals={refusalsBeside(refusals, shown)} />
      {policy && <PolicyPreview key={savedTimes} policyId={policy.id} />}
      {policy && (
        <RemoveEntry
          document={RemoveSlaPolicyDocument}
          variables={{ id: policy.id }}
          refusalsIn={({ removeSlaPolicy }) => removeSlaPolicy.userErrors}
          name={policy.name}
          hint={t('sla.remove.hint')}
          onRemoved={onRemoved}
        />
      )}
    </form>
  )
}

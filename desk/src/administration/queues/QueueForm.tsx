import { type FormEvent, useState } from 'react'
import { DurationField } from '../../forms/DurationField.tsx'
import { Field } from '../../forms/Field.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { SkillNeeds } from '../../forms/SkillNeeds.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type MissedOffer,
  type QueueSettingsFragment,
  SaveQueueDocument,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { MediaTypes } from './MediaTypes.tsx'
import { OverflowAtEntry } from './OverflowAtEntry.tsx'
import { type QueueDraft, queueInput } from './queue-draft.ts'
import { RelaxationSteps } from './RelaxationSteps.tsx'
import { RemoveQueue } from './RemoveQueue.tsx'

interface QueueFormProperties {
  initial: QueueDraft
  isNew: boolean
  queues: readonly QueueSettingsFragment[]
  skills: readonly { id: string; name: string }[]
  onSaved: (queueId: string) => void
  onRemoved: () => void
}

const shown = [
  'id',
  'name',
  'mediaTypes',
  'domain',
  'requiredSkills',
  'routingSteps',
  'reservationTimeout',
  'whenOfferMissed',
  'wrapUpLimit',
  'silentAfter',
  'maxWaiting',
  'overflowTo',
  'serviceLevelGoal',
]
const missedOffers: readonly MissedOffer[] = ['AWAY', 'KEEP']

/** One queue's settings. */
export function QueueForm({ initial, isNew, queues, skills, onSaved, onRemoved }: QueueFormProperties) {
  const { t } = useWords()
  const [draft, setDraft] = useState(initial)
  const form = useSave(SaveQueueDocument, ({ saveQueue }) => saveQueue.userErrors)
  const { refusals } = form
  const set = (part: Partial<QueueDraft>) => {
    form.touched()
    setDraft({ ...draft, ...part })
  }
  const others = queues.filter(({ id }) => id !== draft.id)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = queueInput(draft)
    if (await form.save({ input })) onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={draft.name || t('queues.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{initial.name || t('queues.new')}</h2>
      <Section title={t('queues.general')}>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label={t('form.name')}
            refusal={refusalOf(refusals, 'name')}
            required
            value={draft.name}
            onChange={(value) => set({ name: value })}
          />
          {isNew && (
            <TextField
              label={t('form.id')}
              hint={t('form.id.hint')}
              refusal={refusalOf(refusals, 'id')}
              required
              value={draft.id}
              onChange={(value) => set({ id: value })}
            />
          )}
          <TextField
            label={t('queues.domain')}
            hint={t('queues.domain.hint')}
            refusal={refusalOf(refusals, 'domain')}
            value={draft.domain ?? ''}
            onChange={(value) => set({ domain: value || null })}
          />
          <Field
            label={t('queues.goal')}
            hint={t('queues.goal.hint')}
            refusal={refusalOf(refusals, 'serviceLevelGoal')}
          >
            {(control) => (
              <input
                {...control}
                type="number"
                min={0}
                max={100}
                step="any"
                required
                className="field figure w-24"
                value={Math.round((draft.serviceLevelGoal ?? 0) * 1_000) / 10}
                onChange={({ target }) => set({ serviceLevelGoal: Number(target.value) / 100 })}
              />
            )}
          </Field>
        </div>
        <MediaTypes
          value={draft.mediaTypes}
          onChange={(mediaTypes) => set({ mediaTypes })}
          refusal={refusalOf(refusals, 'mediaTypes')}
        />
      </Section>
      <Section title={t('queues.people')} hint={t('queues.people.hint')}>
        <SkillNeeds
          label={t('queues.atFirst')}
          skills={skills}
          value={draft.requiredSkills}
          onChange={(requiredSkills) => set({ requiredSkills })}
          refusals={refusals}
          field="requiredSkills"
        />
        <RelaxationSteps
          draft={draft}
          onChange={(routingSteps) => set({ routingSteps })}
          queues={others}
          skills={skills}
          refusals={refusals}
        />
      </Section>
      <Section title={t('queues.offers')}>
        <div className="grid gap-4 small:grid-cols-2">
          <DurationField
            label={t('queues.timeout')}
            hint={t('queues.timeout.hint')}
            refusal={refusalOf(refusals, 'reservationTimeout')}
            value={draft.reservationTimeout}
            onChange={(value) => set({ reservationTimeout: value ?? 'PT0S' })}
          />
          <Field label={t('queues.missed')} refusal={refusalOf(refusals, 'whenOfferMissed')}>
            {(control) => (
              <select
                {...control}
                className="field"
                value={draft.whenOfferMissed ?? 'AWAY'}
                onChange={({ target }) => set({ whenOfferMissed: target.value as MissedOffer })}
              >
                {missedOffers.map((choice) => (
                  <option key={choice} value={choice}>
                    {t(`queues.missed.${choice}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <DurationField
            label={t('queues.wrapUp')}
            hint={t('queues.wrapUp.hint')}
            refusal={refusalOf(refusals, 'wrapUpLimit')}
            value={draft.wrapUpLimit}
            onChange={(wrapUpLimit) => set({ wrapUpLimit })}
          />
          <DurationField
            label={t('queues.silent')}
            hint={t('queues.silent.hint')}
            refusal={refusalOf(refusals, 'silentAfter')}
            value={draft.silentAfter}
            onChange={(silentAfter) => set({ silentAfter })}
          />
        </div>
      </Section>
      <OverflowAtEntry draft={draft} onChange={set} queues={others} refusals={refusals} />
      <FormFooter {...form} refusals={refusalsBeside(refusals, shown)} />
      {!isNew && <RemoveQueue queueId={draft.id} name={initial.name} others={others} onRemoved={onRemoved} />}
    </form>
  )
}

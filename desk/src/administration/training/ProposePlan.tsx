import { type FormEvent, useState } from 'react'
import { useQuery } from 'urql'
import { Skeleton } from '../../app/states.tsx'
import { endOfDay } from '../../forms/day-of.ts'
import { Field } from '../../forms/Field.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type DemandWindow,
  type GapFragment,
  ProposeTrainingPlanDocument,
  TrainingCandidatesDocument,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'

interface ProposePlanProperties {
  gap: GapFragment
  window: DemandWindow
  onClose: () => void
  onProposed: () => void
}

/** A plan against a gap: how many, to which level, by when, and who would be trained. */
export function ProposePlan({ gap, window, onClose, onProposed }: ProposePlanProperties) {
  const { t, number, percent } = useWords()
  const [level, setLevel] = useState(gap.level)
  const [places, setPlaces] = useState(String(Math.max(1, Math.ceil(gap.missingAgents))))
  const [due, setDue] = useState('')
  const form = useSave(
    ProposeTrainingPlanDocument,
    ({ proposeTrainingPlan }) => proposeTrainingPlan.userErrors,
  )
  const [{ data }] = useQuery({
    query: TrainingCandidatesDocument,
    variables: { skillId: gap.skill.id, targetLevel: level },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = {
      skillId: gap.skill.id,
      targetLevel: level,
      window,
      places: places ? Number(places) : null,
      dueAt: endOfDay(due),
    }
    if (await form.save({ input })) onProposed()
  }
  return (
    <form onSubmit={(event) => void submit(event)} data-testid="propose">
      <Section title={t('plans.propose', { skill: gap.skill.name })} hint={t('plans.propose.hint')}>
        <div className="flex flex-wrap gap-4">
          <Field label={t('training.level')} refusal={refusalOf(form.refusals, 'targetLevel')}>
            {(control) => (
              <select
                {...control}
                className="field"
                value={level}
                onChange={({ target }) => setLevel(Number(target.value))}
              >
                {([1, 2, 3, 4, 5] as const).map((choice) => (
                  <option key={choice} value={choice}>
                    {t(`skills.level.${choice}`, { level: number(choice) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('plans.places')} refusal={refusalOf(form.refusals, 'places')}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={1}
                max={50}
                className="field figure w-24"
                value={places}
                onChange={({ target }) => setPlaces(target.value)}
              />
            )}
          </Field>
          <Field label={t('plans.by')} hint={t('plans.by.hint')} refusal={refusalOf(form.refusals, 'dueAt')}>
            {(control) => (
              <input
                {...control}
                type="date"
                className="field figure w-auto"
                value={due}
                onChange={({ target }) => setDue(target.value)}
              />
            )}
          </Field>
        </div>
        <div>
          <p className="pane-title mb-1">{t('plans.candidates')}</p>
          {!data ? (
            <Skeleton rows={2} height={28} />
          ) : data.trainingCandidates.length === 0 ? (
            <p className="text-ink-soft">{t('plans.noCandidates')}</p>
          ) : (
            <ol className="grid gap-x-6 small:grid-cols-2">
              {data.trainingCandidates.map((candidate) => (
                <li key={candidate.agent.id} className="flex items-baseline gap-2 py-1">
                  <span className="min-w-0 flex-1 truncate">{candidate.agent.name}</span>
                  <span className="text-12 text-ink-soft">
                    {candidate.currentLevel === null
                      ? t('plans.fromNothing')
                      : t('plans.fromLevel', { level: number(candidate.currentLevel) })}
                  </span>
                  <span className="figure font-medium" title={t('plans.score')}>
                    {percent(candidate.score)}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <FormFooter
            {...form}
            label={t('gaps.propose')}
            refusals={refusalsBeside(form.refusals, ['targetLevel', 'places', 'dueAt'])}
          />
          <button type="button" className="control" onClick={onClose}>
            {t('form.cancel')}
          </button>
        </div>
      </Section>
    </form>
  )
}

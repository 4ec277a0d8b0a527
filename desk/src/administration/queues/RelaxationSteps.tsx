import { Plus, Trash2 } from 'lucide-react'
import { DurationField } from '../../forms/DurationField.tsx'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { SkillNeeds } from '../../forms/SkillNeeds.tsx'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'
import { nextStep, type QueueDraft, type StepDraft } from './queue-draft.ts'

/** Behind the queue's own needs. */
const mostSteps = 5

interface RelaxationStepsProperties {
  draft: QueueDraft
  onChange: (steps: StepDraft[]) => void
  queues: readonly { id: string; name: string }[]
  skills: readonly { id: string; name: string }[]
  refusals: readonly Refusal[]
}

/** How needs relax while a contact waits: from some time on, who may serve too. */
export function RelaxationSteps({ draft, onChange, queues, skills, refusals }: RelaxationStepsProperties) {
  const { t, number } = useWords()
  const steps = draft.routingSteps
  const change = (index: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))
  const own = refusals.find(({ field }) => field === 'routingSteps')
  return (
    <div className="flex flex-col gap-3">
      {steps.map((step, index) => {
        const field = `routingSteps.${index}`
        const overflow = refusalOf(refusals, `${field}.overflowQueueIds`)
        return (
          <fieldset
            key={step.key}
            className="flex flex-col gap-3 rounded-md border border-line bg-ground p-3"
          >
            <legend className="sr-only">{t('queues.step', { number: number(index + 1) })}</legend>
            <div className="flex items-start justify-between gap-2">
              <p className="font-medium">{t('queues.step', { number: number(index + 1) })}</p>
              <button
                type="button"
                className="control control-quiet control-icon"
                aria-label={t('queues.removeStep', { number: number(index + 1) })}
                onClick={() => onChange(steps.filter(({ key }) => key !== step.key))}
              >
                <Trash2 size={14} aria-hidden />
              </button>
            </div>
            <div className="grid gap-3 small:grid-cols-2">
              <DurationField
                label={t('queues.relaxAfter')}
                refusal={refusalOf(refusals, `${field}.relaxAfter`)}
                value={step.relaxAfter}
                onChange={(value) => change(index, { relaxAfter: value ?? 'PT0S' })}
              />
              <DurationField
                label={t('queues.advance')}
                hint={t('queues.advance.hint')}
                refusal={refusalOf(refusals, `${field}.advance`)}
                value={step.advance}
                onChange={(value) => change(index, { advance: value ?? 'PT0S' })}
              />
            </div>
            <SkillNeeds
              label={t('queues.stepNeeds')}
              skills={skills}
              value={step.requiredSkills}
              onChange={(requiredSkills) => change(index, { requiredSkills })}
              refusals={refusals}
              field={`${field}.requiredSkills`}
            />
            {queues.length > 0 && (
              <fieldset className="flex flex-wrap gap-x-4 gap-y-1.5">
                <legend className="mb-1 font-medium">{t('queues.alsoServe')}</legend>
                {queues.map(({ id, name }) => (
                  <label key={id} className="flex items-center gap-1.5">
                    <input
                      type="checkbox"
                      className="size-4 accent-accent"
                      checked={step.overflowQueueIds.includes(id)}
                      onChange={({ target }) =>
                        change(index, {
                          overflowQueueIds: target.checked
                            ? [...step.overflowQueueIds, id]
                            : step.overflowQueueIds.filter((one) => one !== id),
                        })
                      }
                    />
                    {name}
                  </label>
                ))}
                {overflow && (
                  <p role="alert" className="w-full text-12 text-bad">
                    {t(refusalWord(overflow.code))}
                  </p>
                )}
              </fieldset>
            )}
          </fieldset>
        )
      })}
      {own && (
        <p role="alert" className="text-12 text-bad">
          {t(refusalWord(own.code))}
        </p>
      )}
      {steps.length < mostSteps && (
        <button
          type="button"
          className="control self-start"
          onClick={() => onChange([...steps, nextStep(draft)])}
        >
          <Plus size={14} aria-hidden />
          {t('queues.addStep')}
        </button>
      )}
    </div>
  )
}

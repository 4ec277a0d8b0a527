import { Award, CircleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Field } from '../forms/Field.tsx'
import { endOfDay } from '../forms/day-of.ts'
import type { TrainingPartsFragment } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'
import { type TrainingRole, type TrainingStep, trainingSteps } from './training-steps.ts'
import { useTrainingStep } from './use-training-step.ts'

interface TrainingCardProperties {
  training: TrainingPartsFragment
  role: TrainingRole
  /** A step was taken; what was read of it is old. */
  onStep: () => void
}

const worded: ReadonlySet<TrainingStep> = new Set(['decline', 'note', 'return', 'cancel'])

/** One training: who, to which level, where it stands, and the next step. */
export function TrainingCard({ training, role, onStep }: TrainingCardProperties) {
  const { t, day, number } = useWords()
  const { busy, refusal, take } = useTrainingStep(training.id)
  const [asking, setAsking] = useState<TrainingStep>()
  const [text, setText] = useState('')
  const [proficiency, setProficiency] = useState(training.targetLevel)
  const [until, setUntil] = useState('')
  const { state, certification } = training
  const go = async (step: TrainingStep) => {
    if (!(await take(step, { text: text.trim(), proficiency, validUntil: endOfDay(until) }))) return
    setAsking(undefined)
    setText('')
    onStep()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking) void go(asking)
  }
  const last = training.history.at(-1)
  return (
    <li data-testid="training" className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="font-medium">{role === 'agent' ? training.skill.name : training.agent.name}</p>
        <p className="figure text-ink-soft">
          {t('training.levels', {
            from: training.fromLevel === null ? '–' : number(training.fromLevel),
            to: number(training.targetLevel),
          })}
        </p>
        <span className="flex-1" />
        <p
          className={`inline-flex items-center gap-1 ${state === 'CERTIFIED' ? 'text-good' : training.overdue ? 'text-bad' : 'text-ink-soft'}`}
        >
          {state === 'CERTIFIED' && <Award size={14} aria-hidden />}
          {training.overdue && <CircleAlert size={14} aria-hidden />}
          {t(`training.state.${state}`)}
        </p>
      </div>
      <p className="text-12 text-ink-soft">
        {certification
          ? t(certification.validUntil ? 'training.certifiedUntil' : 'training.certified', {
              level: number(certification.proficiency),
              by: certification.certifiedBy,
              day: certification.validUntil ? day(certification.validUntil) : '',
            })
          : t(training.overdue ? 'training.overdue' : 'training.due', { day: day(training.dueAt) })}
        {last?.reason && ` · “${last.reason}”`}
      </p>
      {training.notes.length > 0 && (
        <ul className="flex flex-col gap-0.5 border-l-2 border-line pl-2 text-12">
          {training.notes.map((note) => (
            <li key={note.at}>
              {note.text}{' '}
              <time dateTime={note.at} className="text-ink-soft">
                {day(note.at)}
              </time>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {trainingSteps(state, role).map((step, index) => (
          <button
            key={step}
            type="button"
            className={`control h-7 ${index === 0 ? 'control-main' : ''}`}
            disabled={busy}
            aria-expanded={worded.has(step) || step === 'certify' ? asking === step : undefined}
            onClick={() => {
              if (worded.has(step) || step === 'certify') setAsking(asking === step ? undefined : step)
              else void go(step)
            }}
          >
            {t(`training.do.${step}`)}
          </button>
        ))}
      </div>
      {asking && (
        <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
          {asking === 'certify' ? (
            <>
              <Field label={t('training.level')}>
                {(control) => (
                  <input
                    {...control}
                    type="number"
                    min={1}
                    max={5}
                    required
                    className="field figure w-20"
                    value={proficiency}
                    onChange={({ target }) => setProficiency(Number(target.value))}
                  />
                )}
              </Field>
              <Field label={t('training.until')}>
                {(control) => (
                  <input
                    {...control}
                    type="date"
                    className="field figure w-auto"
                    value={until}
                    onChange={({ target }) => setUntil(target.value)}
                  />
                )}
              </Field>
            </>
          ) : (
            <input
              className="field min-w-48 flex-1"
              required
              autoFocus
              maxLength={2_000}
              aria-label={t(asking === 'note' ? 'training.note' : 'training.reason')}
              placeholder={t(asking === 'note' ? 'training.note' : 'training.reason')}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
          <button type="submit" className="control control-main" disabled={busy}>
            {t(`training.do.${asking}`)}
          </button>
        </form>
      )}
      {refusal && (
        <p role="alert" className="text-12 text-bad">
          {t(refusal)}
        </p>
      )}
    </li>
  )
}

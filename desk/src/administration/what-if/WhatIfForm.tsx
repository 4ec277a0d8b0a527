import type { FormEvent } from 'react'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import type { RoutingBaselineQuery, WhatIfChoicesQuery } from '../../generated/operations.ts'
import type { Problem } from '../../graph/problem.ts'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'
import { GivenFigures } from './GivenFigures.tsx'
import { Recorded } from './Recorded.tsx'
import { StaffGroups } from './StaffGroups.tsx'
import type { WhatIfRun } from './use-what-if.ts'
import { Volumes } from './Volumes.tsx'
import { givenDemands, type WhatIfDraft } from './what-if-draft.ts'

interface WhatIfFormProperties {
  draft: WhatIfDraft
  onChange: (part: Partial<WhatIfDraft>) => void
  choices: WhatIfChoicesQuery
  baseline: RoutingBaselineQuery['routingBaseline'] | undefined
  baselineProblem: Problem | undefined
  onReadAgain: () => void
  run: WhatIfRun
  onAsk: () => void
}

const pasts = [1, 8, 24, 168, 336] as const
const rounds = [5, 10, 20] as const
const shown = ['demands', 'staff', 'addAgents', 'removeAgents', 'volumes']

/** The question: what it starts from, and what would be different. */
export function WhatIfForm(properties: WhatIfFormProperties) {
  const { t, number } = useWords()
  const { draft, onChange, choices, baseline, run } = properties
  const refusals = run.refusal?.refusals ?? []
  const writeByHand = () =>
    onChange({
      basis: 'GIVEN',
      ...(draft.demands.length === 0 && { demands: givenDemands(baseline, choices) }),
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    properties.onAsk()
  }
  const reached =
    draft.basis === 'RECORDED'
      ? (baseline?.demands.map(({ queue }) => queue) ?? [])
      : choices.queues.filter(({ id }) => draft.demands.some(({ queueId }) => queueId === id))
  const queues = reached.filter(({ id }, index) => reached.findIndex((one) => one.id === id) === index)
  const staffOf = { choices, refusals }
  return (
    <form className="flex flex-col gap-4" onSubmit={submit} aria-label={t('nav.whatIf')}>
      <Section title={t('whatIf.basis')}>
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1.5">
          <legend className="sr-only">{t('whatIf.basis')}</legend>
          {(['RECORDED', 'GIVEN'] as const).map((basis) => (
            <label key={basis} className="flex items-center gap-1.5">
              <input
                type="radio"
                name="basis"
                className="size-4 accent-accent"
                checked={draft.basis === basis}
                onChange={() => (basis === 'GIVEN' ? writeByHand() : onChange({ basis }))}
              />
              {t(`whatIf.basis.${basis}`)}
            </label>
          ))}
        </fieldset>
        {draft.basis === 'RECORDED' ? (
          <>
            <select
              className="field w-auto self-start"
              aria-label={t('whatIf.past')}
              value={draft.pastHours}
              onChange={({ target }) => onChange({ pastHours: Number(target.value) })}
            >
              {pasts.map((hours) => (
                <option key={hours} value={hours}>
                  {hours > 24
                    ? t('whatIf.past.days', { count: hours / 24 })
                    : t('whatIf.past.hours', { count: hours })}
                </option>
              ))}
            </select>
            <Recorded
              baseline={baseline}
              problem={properties.baselineProblem}
              onRetry={properties.onReadAgain}
              onGiven={writeByHand}
            />
          </>
        ) : (
          <>
            <GivenFigures
              value={draft.demands}
              onChange={(demands) => onChange({ demands })}
              queues={choices.queues}
              refusals={refusals}
            />
            <div>
              <p className="font-medium">{t('whatIf.staff')}</p>
              <p className="mb-2 text-12 text-ink-soft">{t('whatIf.staff.hint')}</p>
              <StaffGroups
                {...staffOf}
                title={t('whatIf.staff')}
                addLabel={t('whatIf.staff.add')}
                empty={t('whatIf.noSkills')}
                value={draft.staff}
                onChange={(staff) => onChange({ staff })}
                field="staff"
              />
            </div>
          </>
        )}
      </Section>
      <Section title={t('whatIf.more')} hint={t('whatIf.more.hint')}>
        <StaffGroups
          {...staffOf}
          title={t('whatIf.more')}
          addLabel={t('whatIf.more.add')}
          empty={t('whatIf.noSkills')}
          value={draft.added}
          onChange={(added) => onChange({ added })}
          field="addAgents"
        />
      </Section>
      <Section title={t('whatIf.fewer')} hint={t('whatIf.fewer.hint')}>
        <StaffGroups
          {...staffOf}
          title={t('whatIf.fewer')}
          addLabel={t('whatIf.fewer.add')}
          empty={t('whatIf.anybody')}
          value={draft.removed}
          onChange={(removed) => onChange({ removed })}
          field="removeAgents"
        />
      </Section>
      <Section title={t('whatIf.volume')} hint={t('whatIf.volume.hint')}>
        <Volumes
          volume={draft.volume}
          volumes={draft.volumes}
          onChange={onChange}
          queues={queues}
          refusal={refusalOf(refusals, 'volumes')}
        />
      </Section>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="control control-main" disabled={run.running}>
          {t('whatIf.ask')}
        </button>
        <select
          className="field w-auto"
          aria-label={t('whatIf.rounds')}
          value={draft.replications}
          onChange={({ target }) => onChange({ replications: Number(target.value) })}
        >
          {rounds.map((count) => (
            <option key={count} value={count}>
              {t(`whatIf.rounds.${count}`, { count: number(count) })}
            </option>
          ))}
        </select>
      </div>
      {run.refusal && (
        <div role="alert" className="flex flex-col items-start gap-2 text-bad">
          <p>
            {t(run.refusal.word)}
            {run.refusal.problem.requestId && (
              <span className="text-12"> {t('state.request', { id: run.refusal.problem.requestId })}</span>
            )}
          </p>
          {refusalsBeside(refusals, shown).map(({ field, code }) => (
            <p key={field}>{t(refusalWord(code))}</p>
          ))}
          {run.refusal.nothingRecorded && draft.basis === 'RECORDED' && (
            <button type="button" className="control" onClick={writeByHand}>
              {t('whatIf.byHand')}
            </button>
          )}
        </div>
      )}
    </form>
  )
}

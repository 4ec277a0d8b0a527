import { useState } from 'react'
import { useQuery } from 'urql'
import { Empty, Failure, Partial, Skeleton } from '../../app/states.tsx'
import {
  type DemandWindow,
  type GapFragment,
  SkillGapsDocument,
  TrainingPlansDocument,
} from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { TrainingCard } from '../../training/TrainingCard.tsx'
import { useWords } from '../../words/use-words.ts'
import { GapsTable } from './GapsTable.tsx'
import { ProposePlan } from './ProposePlan.tsx'

const windows: readonly DemandWindow[] = ['LAST_24_HOURS', 'LAST_7_DAYS', 'LAST_28_DAYS']

/** Where skills are missing, and the trainings that close it. */
export function TrainingSection() {
  const { t, day, exactTime } = useWords()
  const [window, setWindow] = useState<DemandWindow>('LAST_7_DAYS')
  const [first, setFirst] = useState(20)
  const [proposing, propose] = useState<GapFragment>()
  const [gaps, askGaps] = useQuery({
    query: SkillGapsDocument,
    variables: { window },
    requestPolicy: 'cache-and-network',
  })
  const [plans, askPlans] = useQuery({
    query: TrainingPlansDocument,
    variables: { first },
    requestPolicy: 'cache-and-network',
  })
  const reload = () => {
    askGaps({ requestPolicy: 'network-only' })
    askPlans({ requestPolicy: 'network-only' })
  }
  const found = gaps.data?.skillGaps
  const problem = problemOf(gaps.error)
  const known = plans.data?.trainingPlans
  const plansProblem = problemOf(plans.error)
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 wide:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <h2 className="text-16 font-semibold">{t('gaps.title')}</h2>
            <p className="text-12 text-ink-soft">
              {found?.countedAt ? t('gaps.countedAt', { at: exactTime(found.countedAt) }) : t('gaps.hint')}
            </p>
          </div>
          <select
            className="field w-auto"
            aria-label={t('gaps.window')}
            value={window}
            onChange={({ target }) => setWindow(target.value as DemandWindow)}
          >
            {windows.map((choice) => (
              <option key={choice} value={choice}>
                {t(`gaps.window.${choice}`)}
              </option>
            ))}
          </select>
        </div>
        {found && problem && <Partial>{t('list.partial')}</Partial>}
        {!found ? (
          problem ? (
            <Failure problem={problem} onRetry={reload} />
          ) : (
            <Skeleton rows={5} height={44} />
          )
        ) : found.nodes.length === 0 ? (
          <div className="py-8">
            <Empty title={t('gaps.none')}>{t('gaps.none.hint')}</Empty>
          </div>
        ) : (
          <GapsTable gaps={found.nodes} onPropose={propose} />
        )}
        {proposing && (
          <ProposePlan
            key={proposing.skill.id}
            gap={proposing}
            window={window}
            onClose={() => propose(undefined)}
            onProposed={() => {
              propose(undefined)
              reload()
            }}
          />
        )}
        <h2 className="mt-2 text-16 font-semibold">{t('plans.title')}</h2>
        {!known ? (
          plansProblem ? (
            <Failure problem={plansProblem} onRetry={reload} />
          ) : (
            <Skeleton rows={3} height={88} />
          )
        ) : known.nodes.length === 0 ? (
          <p className="text-ink-soft">{t('plans.none')}</p>
        ) : (
          known.nodes.map((plan) => (
            <section
              key={plan.id}
              aria-label={t('plans.plan', { skill: plan.skill.name, level: plan.targetLevel })}
              className="flex flex-col gap-2"
            >
              <h3 className="flex flex-wrap gap-x-3 font-medium">
                {t('plans.plan', { skill: plan.skill.name, level: plan.targetLevel })}
                <span className="font-normal text-ink-soft">
                  {t(`plans.reason.${plan.reason}`)} · {t('training.due', { day: day(plan.dueAt) })}
                </span>
              </h3>
              <ul className="grid gap-2 wide:grid-cols-2">
                {plan.items.map((training) => (
                  <TrainingCard key={training.id} training={training} role="supervisor" onStep={reload} />
                ))}
              </ul>
            </section>
          ))
        )}
        {known?.pageInfo.hasNextPage && first < 100 && (
          <button type="button" className="control self-center" onClick={() => setFirst(100)}>
            {t('list.more')}
          </button>
        )}
      </div>
    </div>
  )
}

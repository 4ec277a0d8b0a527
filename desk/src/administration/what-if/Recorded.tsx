import { Failure, Skeleton } from '../../app/states.tsx'
import type { RoutingBaselineQuery } from '../../generated/operations.ts'
import type { Problem } from '../../graph/problem.ts'
import { durationMs } from '../../time/duration.ts'
import { useWords } from '../../words/use-words.ts'

interface RecordedProperties {
  /** Undefined while nothing has arrived. */
  baseline: RoutingBaselineQuery['routingBaseline'] | undefined
  problem: Problem | undefined
  onRetry: () => void
  onGiven: () => void
}

/** What came lately and who served it, as far as it was recorded. */
export function Recorded({ baseline, problem, onRetry, onGiven }: RecordedProperties) {
  const { t, number, span } = useWords()
  if (!baseline) return problem ? <Failure problem={problem} onRetry={onRetry} /> : <Skeleton rows={2} />
  if (baseline.demands.length === 0 || baseline.agentsOnDuty === 0) {
    return (
      <div className="flex flex-col items-start gap-2 rounded-md bg-sunken p-3">
        <p>{t(baseline.demands.length === 0 ? 'whatIf.problem.NO_CONTACTS' : 'whatIf.problem.NO_AGENTS')}</p>
        <button type="button" className="control" onClick={onGiven}>
          {t('whatIf.byHand')}
        </button>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <p>{t('whatIf.onDuty', { count: baseline.agentsOnDuty })}</p>
      <ul className="flex flex-col">
        {baseline.demands.map((demand) => {
          const handling = span(durationMs(demand.handleTime) ?? 0)
          return (
            <li
              key={`${demand.queue.id} ${demand.mediaType}`}
              className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line py-1.5"
            >
              <span>
                {demand.queue.name} <span className="text-ink-soft">{t(`media.${demand.mediaType}`)}</span>
              </span>
              <span className="figure text-12 text-ink-soft">
                {t('whatIf.came', { count: number(demand.contacts) })} ·{' '}
                {t(demand.handleTimeAssumed ? 'whatIf.handled.assumed' : 'whatIf.handled', {
                  time: handling,
                })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

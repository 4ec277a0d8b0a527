import type { LiveFiguresSubscription, QueueBoardSubscription } from '../generated/operations.ts'
import { durationMs } from '../time/duration.ts'
import { useWords } from '../words/use-words.ts'

interface SummaryProperties {
  board: QueueBoardSubscription['queueBoardChanged']
  figures: LiveFiguresSubscription['liveMetricsChanged'] | undefined
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

/** The whole centre in a row of figures, over the running window. */
export function Summary({ board, figures }: SummaryProperties) {
  const { t, number, percent, span } = useWords()
  const total = figures?.total
  const span0 = (duration: string | null | undefined): string => {
    const ms = durationMs(duration)
    return ms === undefined ? '–' : span(ms)
  }
  const ratio = total?.serviceLevel.ratio
  return (
    <section aria-label={t('board.summary')} className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line small:grid-cols-3 wide:grid-cols-6">
        <Figure
          name={t('board.waiting')}
          value={number(sum(board.queues.map((queue) => queue.waitingCount)))}
          testId="waiting-total"
        />
        <Figure
          name={t('board.atRisk')}
          value={number(sum(board.queues.map((queue) => queue.atRiskCount)))}
        />
        <Figure
          name={t('board.serviceLevel')}
          value={ratio === null || ratio === undefined ? '–' : percent(ratio)}
          more={
            total && t('board.metMissed', { met: total.serviceLevel.met, missed: total.serviceLevel.missed })
          }
        />
        <Figure
          name={t('board.answered')}
          value={total ? number(total.answered) : '–'}
          more={total && t('board.ofOffered', { count: number(total.offered) })}
          testId="answered-total"
        />
        <Figure
          name={t('board.speed')}
          value={span0(total?.averageSpeedOfAnswer)}
          more={total && t('board.p90', { value: span0(total.p90TimeToAnswer) })}
        />
        <Figure name={t('board.handling')} value={span0(total?.averageHandleTime)} />
      </dl>
      <p className="text-12 text-ink-soft">
        {t('board.staffing', {
          available: board.staffing.available,
          busy: board.staffing.busy,
          away: board.staffing.away,
        })}
        {figures && ` · ${t('board.window', { window: span0(figures.window) })}`}
      </p>
    </section>
  )
}

interface FigureProperties {
  name: string
  value: string
  more?: string
  testId?: string
}

function Figure({ name, value, more, testId }: FigureProperties) {
  return (
    <div className="bg-surface p-3">
      <dt className="text-12 text-ink-soft">{name}</dt>
      <dd className="figure text-28 leading-tight font-semibold" data-testid={testId}>
        {value}
      </dd>
      <dd className="figure min-h-4 text-12 text-ink-soft">{more}</dd>
    </div>
  )
}

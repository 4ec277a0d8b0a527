import { Link } from '@tanstack/react-router'
import { Pin, PinOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FiguresFragment, QueueFiguresFragment } from '../generated/operations.ts'
import { ServiceLevelSign } from '../signs/service-level-sign.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { TrendLine } from '../signs/trend-line.tsx'
import { clockFigure } from '../time/countdown.ts'
import { durationMs } from '../time/duration.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { trendMs } from './waiting-trends.ts'

interface QueueRowProperties {
  queue: QueueFiguresFragment
  /** Among all rows of the table, the head's included. */
  rowIndex: number
  figures: FiguresFragment | undefined
  trend: readonly number[] | undefined
  pinned: boolean
  onPin: () => void
  /** Whether it is the queue that is opened beside the table. */
  open: boolean
}

/** One queue on the board. */
export function QueueRow({ queue, rowIndex, figures, trend, pinned, onPin, open }: QueueRowProperties) {
  const { t, number, span } = useWords()
  const now = useNow()
  const expectedMs = durationMs(queue.expectedWait)
  const [next] = queue.waiting.nodes
  const clock =
    next?.sla.find((entry) => entry.status === 'ACTIVE' || entry.status === 'WARNED') ?? next?.sla[0]
  return (
    <tr
      data-testid="queue-row"
      data-queue={queue.id}
      aria-rowindex={rowIndex}
      className={`group border-b border-line last:border-0 ${open ? 'bg-accent-soft' : queue.atRiskCount > 0 ? 'bg-risk-soft' : ''}`}
    >
      <th scope="row" className="h-11 px-3 font-medium whitespace-nowrap">
        <span className="flex items-center gap-1">
          <Link
            to="/board/$queueId"
            params={{ queueId: queue.id }}
            className="min-w-0 truncate hover:underline"
            aria-current={open ? 'true' : undefined}
          >
            {queue.name}
          </Link>
          <button
            type="button"
            aria-pressed={pinned}
            aria-label={t(pinned ? 'board.unpin' : 'board.pin', { queue: queue.name })}
            className={`control control-quiet control-icon h-6 w-6 ${pinned ? 'text-accent' : 'opacity-0 group-hover:opacity-100 focus-visible:opacity-100'}`}
            onClick={onPin}
          >
            {pinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
          </button>
        </span>
      </th>
      <Cell>
        <span className="inline-flex items-center justify-end gap-2 align-middle">
          {trend?.some((waiting) => waiting > 0) && (
            <span className="text-ink-soft">
              <TrendLine
                values={trend}
                label={t('board.trend', {
                  window: span(trendMs),
                  least: number(Math.min(...trend)),
                  most: number(Math.max(...trend)),
                })}
              />
            </span>
          )}
          <span
            data-testid="waiting-count"
            className={`min-w-6 ${queue.waitingCount > 0 ? 'font-semibold' : 'text-ink-faint'}`}
          >
            {number(queue.waitingCount)}
          </span>
        </span>
      </Cell>
      <Cell>
        {queue.oldestQueuedAt ? clockFigure(Math.max(0, now - Date.parse(queue.oldestQueuedAt))) : '–'}
      </Cell>
      <Cell>{clock ? <SlaSign clock={clock} /> : '–'}</Cell>
      <Cell>
        {queue.atRiskCount > 0 ? (
          <span className="font-semibold text-risk">{number(queue.atRiskCount)}</span>
        ) : (
          <span className="text-ink-faint">0</span>
        )}
      </Cell>
      <Cell>{expectedMs === undefined ? '–' : span(expectedMs)}</Cell>
      <Cell>
        <ServiceLevelSign ratio={figures?.serviceLevel.ratio} goal={queue.serviceLevelGoal} />
      </Cell>
      <Cell>
        <span title={t('board.staffing', queue.staffing)}>
          {number(queue.staffing.available)}
          <span className="text-ink-soft">
            {' '}
            {t('board.of', { count: number(queue.staffing.available + queue.staffing.busy) })}
          </span>
          <span className="sr-only"> {t('board.staffing', queue.staffing)}</span>
        </span>
      </Cell>
    </tr>
  )
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="figure px-3 text-right whitespace-nowrap">{children}</td>
)

import { ChevronRight, Pin, PinOff } from 'lucide-react'
import { Fragment, type ReactNode, useState } from 'react'
import type { FiguresFragment, QueueBoardSubscription } from '../generated/operations.ts'
import { SlaSign } from '../signs/sla-sign.tsx'
import { clockFigure } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { WaitingList } from './WaitingList.tsx'

interface QueueRowProperties {
  queue: QueueBoardSubscription['queueBoardChanged']['queues'][number]
  figures: FiguresFragment | undefined
  pinned: boolean
  onPin: () => void
}

/** One queue on the board. */
export function QueueRow({ queue, figures, pinned, onPin }: QueueRowProperties) {
  const { t, number, percent } = useWords()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const [next] = queue.waiting.nodes
  const clock =
    next?.sla.find((entry) => entry.status === 'ACTIVE' || entry.status === 'WARNED') ?? next?.sla[0]
  const ratio = figures?.serviceLevel.ratio
  return (
    <Fragment>
      <tr
        data-testid="queue-row"
        data-queue={queue.id}
        className={`border-b border-line last:border-0 ${queue.atRiskCount > 0 ? 'bg-risk-soft' : ''}`}
      >
        <th scope="row" className="h-11 px-3 font-medium whitespace-nowrap">
          <span className="flex items-center gap-1">
            <button
              type="button"
              aria-expanded={open}
              disabled={queue.waitingCount === 0}
              className="flex items-center gap-1.5 text-left disabled:[&>svg]:invisible"
              onClick={() => setOpen(!open)}
            >
              <ChevronRight size={14} aria-hidden className={open ? 'rotate-90' : ''} />
              {queue.name}
            </button>
            <button
              type="button"
              aria-pressed={pinned}
              aria-label={t(pinned ? 'board.unpin' : 'board.pin', { queue: queue.name })}
              className={`control control-quiet control-icon h-6 w-6 ${pinned ? 'text-accent' : 'opacity-0 hover:opacity-100 focus-visible:opacity-100'}`}
              onClick={onPin}
            >
              {pinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
            </button>
          </span>
        </th>
        <Cell>
          <span
            data-testid="waiting-count"
            className={queue.waitingCount > 0 ? 'font-semibold' : 'text-ink-faint'}
          >
            {number(queue.waitingCount)}
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
        <Cell>{ratio === null || ratio === undefined ? '–' : percent(ratio)}</Cell>
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
      {open && queue.waiting.nodes.length > 0 && (
        <tr className="border-b border-line bg-ground">
          <td colSpan={7} className="px-3 py-2">
            <WaitingList
              waiting={queue.waiting.nodes}
              more={queue.waitingCount - queue.waiting.nodes.length}
            />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="figure px-3 text-right whitespace-nowrap">{children}</td>
)

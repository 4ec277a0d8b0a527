import { type RefObject, useRef } from 'react'
import type { LiveFiguresSubscription, QueueFiguresFragment } from '../generated/operations.ts'
import { useRowsInView } from '../lists/use-rows-in-view.ts'
import { useWords } from '../words/use-words.ts'
import { QueueRow } from './QueueRow.tsx'
import type { WaitingTrends } from './waiting-trends.ts'

const rowPx = 44

interface QueueTableProperties {
  /** In the order to show. */
  queues: readonly QueueFiguresFragment[]
  figures: LiveFiguresSubscription['liveMetricsChanged']['byQueue']
  trends: WaitingTrends
  pinned: ReadonlySet<string>
  onPin: (queueId: string) => void
  openId: string | undefined
  /** What scrolls the table. */
  scroller: RefObject<HTMLElement | null>
}

const heads = [
  'queue',
  'waiting',
  'oldest',
  'nextDue',
  'atRisk',
  'expectedWait',
  'serviceLevel',
  'agents',
] as const

/** Queues as rows; of thousands, those on screen. */
export function QueueTable(properties: QueueTableProperties) {
  const { t } = useWords()
  const { queues, figures, trends, pinned, onPin, openId, scroller } = properties
  const body = useRef<HTMLTableSectionElement>(null)
  const view = useRowsInView(scroller, body, queues.length, rowPx)
  const figuresById = new Map(
    figures.flatMap((entry) => (entry.queue ? [[entry.queue.id, entry.metrics]] : [])),
  )
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-left" aria-rowcount={queues.length + 1}>
        <thead>
          <tr className="border-b border-line text-12 text-ink-soft">
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={`h-9 px-3 font-medium whitespace-nowrap ${index > 0 ? 'text-right' : ''}`}
              >
                {t(`board.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Room px={view.beforePx} />
          {queues.slice(view.from, view.to).map((queue, index) => (
            <QueueRow
              key={queue.id}
              queue={queue}
              rowIndex={view.from + index + 2}
              figures={figuresById.get(queue.id)}
              trend={trends.of(queue.id)}
              pinned={pinned.has(queue.id)}
              onPin={() => onPin(queue.id)}
              open={queue.id === openId}
            />
          ))}
          <Room px={view.afterPx} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not on screen. */
const Room = ({ px }: { px: number }) =>
  px > 0 ? (
    <tr aria-hidden>
      <td colSpan={heads.length} style={{ height: px }} />
    </tr>
  ) : null

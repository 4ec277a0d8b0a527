import type { LiveFiguresSubscription, QueueBoardSubscription } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'
import { QueueRow } from './QueueRow.tsx'
import { sortQueues } from './sort-queues.ts'
import { usePinned } from './use-pinned.ts'

interface QueueTableProperties {
  queues: QueueBoardSubscription['queueBoardChanged']['queues']
  figures: LiveFiguresSubscription['liveMetricsChanged']['byQueue']
}

/** Queues as rows, the most urgent first; a row opens to the contacts that wait in it. */
export function QueueTable({ queues, figures }: QueueTableProperties) {
  const { t } = useWords()
  const [pinned, pin] = usePinned()
  const figuresById = new Map(
    figures.flatMap((entry) => (entry.queue ? [[entry.queue.id, entry.metrics]] : [])),
  )
  const heads = ['queue', 'waiting', 'oldest', 'nextDue', 'atRisk', 'serviceLevel', 'agents'] as const
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-left">
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
        <tbody>
          {sortQueues(queues, pinned).map((queue) => (
            <QueueRow
              key={queue.id}
              queue={queue}
              figures={figuresById.get(queue.id)}
              pinned={pinned.has(queue.id)}
              onPin={() => pin(queue.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { useSubscription } from 'urql'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { LiveFiguresDocument, QueueBoardDocument } from '../generated/operations.ts'
import { isStale } from '../graph/live-exchange.ts'
import { useLine } from '../graph/line-state.ts'
import { problemOf } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import { QueueTable } from './QueueTable.tsx'
import { Summary } from './Summary.tsx'

/** All queues as they are now, without a reload: who waits, what is due, who serves, how well it goes. */
export function BoardView() {
  const { t } = useWords()
  const [board] = useSubscription({ query: QueueBoardDocument })
  const [figures] = useSubscription({ query: LiveFiguresDocument })
  const state = board.data?.queueBoardChanged
  const live = figures.data?.liveMetricsChanged
  const problem = problemOf(board.error)
  // While the line is broken that is said for everything.
  const { state: line } = useLine()

  return (
    <div className="h-full overflow-y-auto bg-ground" data-testid="board">
      <div className="mx-auto flex max-w-7xl flex-col gap-4 p-4 wide:p-6">
        <h1 className="text-20 font-semibold">{t('board.title')}</h1>
        {isStale(board) && line === 'online' && <Partial>{t('board.stale')}</Partial>}
        {state && problem && <Partial>{t('board.partial')}</Partial>}
        {figures.error && <Partial>{t('board.noFigures')}</Partial>}
        {state ? (
          <>
            <Summary board={state} figures={live} />
            {state.queues.length > 0 ? (
              <QueueTable queues={state.queues} figures={live?.byQueue ?? []} />
            ) : (
              <Empty title={t('board.empty')}>{t('board.empty.hint')}</Empty>
            )}
          </>
        ) : problem ? (
          <Failure problem={problem} />
        ) : (
          <Skeleton rows={6} height={44} />
        )}
      </div>
    </div>
  )
}

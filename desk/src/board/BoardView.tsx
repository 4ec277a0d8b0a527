import { useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSubscription } from 'urql'
import { PaneDivider } from '../app/PaneDivider.tsx'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { usePaneWidth } from '../app/use-pane-width.ts'
import { useShortcut } from '../app/use-shortcut.ts'
import { useWide } from '../app/use-wide.ts'
import { LiveFiguresDocument, QueueBoardDocument } from '../generated/operations.ts'
import { isStale } from '../graph/live-exchange.ts'
import { useLine } from '../graph/line-state.ts'
import { problemOf } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import { QueuePane } from './QueuePane.tsx'
import { QueueTable } from './QueueTable.tsx'
import { sortQueues } from './sort-queues.ts'
import { Summary } from './Summary.tsx'
import { usePinned } from './use-pinned.ts'
import { useWaitingTrends } from './use-waiting-trends.ts'

/** From so many queues on there is a search over them. */
const manyQueues = 12

/** All queues as they are now, without a reload: who waits, what is due, who serves, how well it goes. */
export function BoardView() {
  const { t } = useWords()
  const { queueId } = useParams({ strict: false })
  const wide = useWide()
  const pane = usePaneWidth('queue', 480, 360, 760)
  const scroller = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  const [pinned, pin] = usePinned()
  const [board] = useSubscription({ query: QueueBoardDocument })
  const [figures] = useSubscription({ query: LiveFiguresDocument })
  const state = board.data?.queueBoardChanged
  const live = figures.data?.liveMetricsChanged
  const trends = useWaitingTrends(state)
  const problem = problemOf(board.error)
  // While the line is broken that is said for everything.
  const { state: line } = useLine()
  useShortcut('/', () => field.current?.focus())

  const queues = state?.queues ?? []
  const words = search.trim().toLocaleLowerCase()
  const found = words ? queues.filter(({ name }) => name.toLocaleLowerCase().includes(words)) : queues
  const open = queues.find(({ id }) => id === queueId)
  const searchable = queues.length >= manyQueues

  return (
    <div className="flex h-full min-h-0" data-testid="board">
      {(wide || !queueId) && (
        <div ref={scroller} className="min-w-0 flex-1 overflow-y-auto bg-ground">
          <div className="mx-auto flex max-w-7xl flex-col gap-4 p-4 wide:p-6">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h1 className="text-20 font-semibold">{t('board.title')}</h1>
              {searchable && (
                <label className="relative w-60 max-w-full">
                  <Search size={14} aria-hidden className="absolute top-2.5 left-2.5 text-ink-faint" />
                  <input
                    ref={field}
                    type="search"
                    className="field pl-8"
                    value={search}
                    aria-label={t('board.search')}
                    placeholder={t('board.search')}
                    onChange={(event) => setSearch(event.target.value)}
                  />
                </label>
              )}
            </div>
            {isStale(board) && line === 'online' && <Partial>{t('board.stale')}</Partial>}
            {state && problem && <Partial>{t('board.partial')}</Partial>}
            {figures.error && <Partial>{t('board.noFigures')}</Partial>}
            {state ? (
              <>
                <Summary board={state} figures={live} />
                {found.length > 0 ? (
                  <QueueTable
                    queues={sortQueues(found, pinned)}
                    figures={live?.byQueue ?? []}
                    trends={trends}
                    pinned={pinned}
                    onPin={pin}
                    openId={queueId}
                    scroller={scroller}
                  />
                ) : words ? (
                  <Empty title={t('board.notFound')}>{t('board.notFound.hint')}</Empty>
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
      )}
      {queueId && (
        <aside
          aria-label={t('board.queuePane')}
          className="relative min-h-0 flex-none border-line bg-surface max-wide:flex-1 wide:border-l"
          style={wide ? { width: pane.width } : undefined}
        >
          <PaneDivider pane={pane} side="right" label={t('board.resize')} />
          {open && state ? (
            <QueuePane key={open.id} queue={open} readAt={state.at} />
          ) : state || problem ? (
            <Failure problem={problem ?? { code: 'NOT_FOUND' }} />
          ) : (
            <Skeleton rows={8} />
          )}
        </aside>
      )}
    </div>
  )
}

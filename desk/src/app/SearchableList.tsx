import { Search } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { Problem } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import { Empty, Failure, Partial, Skeleton } from './states.tsx'
import { useShortcut } from './use-shortcut.ts'

interface SearchableListProperties {
  title: string
  search: string
  onSearch: (search: string) => void
  searchLabel: string
  /** Undefined while nothing has arrived. */
  count: number | undefined
  problem: Problem | undefined
  onRetry: () => void
  empty: string
  emptyHint: string
  children: ReactNode
  onMore?: () => void
}

/** A view that is one list with a search over it, with all the states a list has. */
export function SearchableList(properties: SearchableListProperties) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const { count, problem } = properties
  useShortcut('/', () => field.current?.focus())
  return (
    <div className="h-full overflow-y-auto bg-ground">
      <div className="mx-auto flex max-w-5xl flex-col gap-4 p-4 wide:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-20 font-semibold">{properties.title}</h1>
          <label className="relative w-72 max-w-full">
            <Search size={14} aria-hidden className="absolute top-2.5 left-2.5 text-ink-faint" />
            <input
              ref={field}
              type="search"
              className="field pl-8"
              value={properties.search}
              aria-label={properties.searchLabel}
              placeholder={properties.searchLabel}
              onChange={(event) => properties.onSearch(event.target.value)}
            />
          </label>
        </div>
        {count !== undefined && problem && <Partial>{t('list.partial')}</Partial>}
        {count === undefined ? (
          problem ? (
            <Failure problem={problem} onRetry={properties.onRetry} />
          ) : (
            <Skeleton rows={8} />
          )
        ) : count === 0 ? (
          <div className="py-16">
            <Empty title={properties.empty}>{properties.emptyHint}</Empty>
          </div>
        ) : (
          <ul className="overflow-hidden rounded-md border border-line bg-surface">{properties.children}</ul>
        )}
        {properties.onMore && (
          <button type="button" className="control self-center" onClick={properties.onMore}>
            {t('list.more')}
          </button>
        )}
      </div>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { ArrowLeft, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { useWide } from '../app/use-wide.ts'
import type { Problem } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import type { sections } from './sections.ts'

/** An entry of the list. */
export interface ListEntry {
  id: string
  name: string
  note?: string
}

interface ListWithFormProperties {
  /** The section's address. */
  to: Exclude<(typeof sections)[number]['to'], '/administration/training' | '/administration/what-if'>
  title: string
  /** What the button for a new entry says; left out where none can be made. */
  newLabel?: string
  /** Undefined while nothing has arrived. */
  entries: readonly ListEntry[] | undefined
  problem: Problem | undefined
  onRetry: () => void
  /** Opened: an entry's id, or `new`. */
  openId: string | undefined
  empty: string
  emptyHint: string
  /** Says to choose one, while none is open. */
  chooseHint: string
  /** Shown while none is open, instead of the hint. */
  beside?: ReactNode
  /** The opened entry exists, though it is not in the part of the list that was read. */
  knownElsewhere?: boolean
  /** The form of what is open. */
  children: ReactNode
  onMore?: (() => void) | undefined
}

/** The id of an entry that is not there yet. */
export const newEntry = 'new'

/** A list at the left and the form of what is opened at the right; on a narrow screen one of them. */
export function ListWithForm(properties: ListWithFormProperties) {
  const { t } = useWords()
  const wide = useWide()
  const { to, entries, problem, openId } = properties
  const found = openId === newEntry || properties.knownElsewhere || entries?.some(({ id }) => id === openId)
  return (
    <div className="flex h-full min-h-0">
      {(wide || openId === undefined) && (
        <nav
          aria-label={properties.title}
          className="flex min-h-0 min-w-0 flex-none flex-col border-line bg-surface max-wide:flex-1 wide:w-72 wide:border-r"
        >
          <div className="flex h-11 shrink-0 items-center justify-between gap-2 px-3">
            <h2 className="truncate text-14 font-semibold">{properties.title}</h2>
            {properties.newLabel && (
              <Link to={`${to}/$entryId`} params={{ entryId: newEntry }} className="control h-7">
                <Plus size={14} aria-hidden />
                {properties.newLabel}
              </Link>
            )}
          </div>
          {entries && problem && <Partial>{t('list.partial')}</Partial>}
          <div className="min-h-0 flex-1 overflow-y-auto">
            {!entries ? (
              problem ? (
                <Failure problem={problem} onRetry={properties.onRetry} />
              ) : (
                <Skeleton rows={6} />
              )
            ) : entries.length === 0 ? (
              <Empty title={properties.empty}>{properties.emptyHint}</Empty>
            ) : (
              <ul>
                {entries.map(({ id, name, note }) => (
                  <li key={id}>
                    <Link
                      to={`${to}/$entryId`}
                      params={{ entryId: id }}
                      className="flex min-h-9 flex-col justify-center border-l-2 border-transparent px-3 py-1.5 hover:bg-hover aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
                    >
                      <span className="truncate font-medium">{name}</span>
                      {note && <span className="truncate text-12 text-ink-soft">{note}</span>}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {!wide && properties.beside && <div className="p-4">{properties.beside}</div>}
            {properties.onMore && (
              <button type="button" className="control control-quiet w-full" onClick={properties.onMore}>
                {t('list.more')}
              </button>
            )}
          </div>
        </nav>
      )}
      {(wide || openId !== undefined) && (
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto" data-testid="entry">
          {openId === undefined ? (
            properties.beside ? (
              <div className="mx-auto max-w-4xl p-4 wide:p-6">{properties.beside}</div>
            ) : (
              <Empty title={properties.chooseHint} />
            )
          ) : (
            <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 wide:p-6">
              <Link to={to} className="control control-quiet self-start wide:hidden">
                <ArrowLeft size={16} aria-hidden />
                {properties.title}
              </Link>
              {found ? (
                properties.children
              ) : entries ? (
                <Failure problem={{ code: 'NOT_FOUND' }} />
              ) : problem ? (
                <Failure problem={problem} onRetry={properties.onRetry} />
              ) : (
                <Skeleton rows={6} height={52} />
              )}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

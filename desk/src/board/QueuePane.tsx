import { Link, useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { useShortcut } from '../app/use-shortcut.ts'
import type { QueueFiguresFragment, WaitingFragment } from '../generated/operations.ts'
import { neighbour } from '../inbox/next-contact.ts'
import { useRowsInView } from '../lists/use-rows-in-view.ts'
import { SteerMenu } from '../steering/SteerMenu.tsx'
import { steeredContact } from '../steering/steered-contact.ts'
import { useSteeringSubject } from '../steering/steering-context.ts'
import { useWords } from '../words/use-words.ts'
import { useWaitingContacts } from './use-waiting-contacts.ts'
import { WaitingRow } from './WaitingRow.tsx'

const rowPx = 40

interface QueuePaneProperties {
  queue: QueueFiguresFragment
  /** When the board was read that shows this queue. */
  readAt: string
}

/** One queue opened: everybody who waits in it, the one due first at the head. */
export function QueuePane({ queue, readAt }: QueuePaneProperties) {
  const { t, number } = useWords()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const onScreen = useRef({ from: 0, to: 1 })
  const contacts = useWaitingContacts(queue.id, readAt, onScreen)
  const rows = contacts.rows ?? []
  const view = useRowsInView(scroller, list, rows.length, rowPx)
  onScreen.current = view
  const { more, readMore } = contacts
  useEffect(() => {
    if (more && view.to >= rows.length) readMore()
  })

  const [selectedId, select] = useState<string>()
  const move = (step: 1 | -1) => () => {
    const next = neighbour(
      rows.map(({ id }) => id),
      selectedId,
      step,
    )
    select(next)
    const top = rows.findIndex(({ id }) => id === next) * rowPx
    const box = scroller.current
    if (!box || top < 0) return
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + rowPx > box.scrollTop + box.clientHeight) box.scrollTop = top + rowPx - box.clientHeight
  }
  useShortcut('j', move(1))
  useShortcut('k', move(-1))

  const steered = (contact: WaitingFragment) =>
    steeredContact(contact, contact.session?.displayName ?? t('contact.unknown'))
  const selected = rows.find(({ id }) => id === selectedId)
  useSteeringSubject(selected && steered(selected))
  useShortcut(
    'Enter',
    selected
      ? () =>
          void navigate({
            to: '/conversations/$conversationId',
            params: { conversationId: selected.conversationId },
          })
      : undefined,
  )

  return (
    <section
      aria-label={t('board.waitingIn', { queue: queue.name })}
      className="flex h-full min-h-0 flex-col"
    >
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3">
        <h2 className="min-w-0 flex-1 truncate text-14 font-semibold">{queue.name}</h2>
        <span className="figure text-ink-soft">{t('board.waitingCount', { count: queue.waitingCount })}</span>
        <Link to="/board" className="control control-quiet control-icon" aria-label={t('board.closeQueue')}>
          <X size={16} aria-hidden />
        </Link>
      </header>
      {contacts.rows && contacts.problem && <Partial>{t('board.listStale')}</Partial>}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" data-testid="waiting-list">
        {!contacts.rows ? (
          contacts.problem ? (
            <Failure problem={contacts.problem} onRetry={() => void contacts.refresh()} />
          ) : (
            <Skeleton rows={8} height={rowPx - 8} />
          )
        ) : rows.length === 0 ? (
          <Empty title={t('board.nobodyWaits')}>{t('board.nobodyWaits.hint')}</Empty>
        ) : (
          <ol ref={list} style={{ paddingTop: view.beforePx, paddingBottom: view.afterPx }}>
            {rows.slice(view.from, view.to).map((contact, index) => (
              <WaitingRow
                key={contact.id}
                contact={contact}
                place={view.from + index + 1}
                heightPx={rowPx}
                selected={contact.id === selectedId}
                onSelect={() => select(contact.id)}
              >
                <SteerMenu contact={steered(contact)} />
              </WaitingRow>
            ))}
          </ol>
        )}
      </div>
      {more && (
        <p className="figure border-t border-line px-3 py-1.5 text-12 text-ink-soft">
          {t('board.moreWaiting', { count: number(Math.max(0, queue.waitingCount - rows.length)) })}
        </p>
      )}
    </section>
  )
}

import { render } from 'preact'
import type { ChatSession } from '../chat/chat-session.ts'
import { unreadCount } from '../chat/chat-state.ts'
import type { Translate } from '../words/messages.ts'
import { Panel } from './Panel.tsx'
import { Sign } from './signs.tsx'

/** Nearer to the end than this, in pixels, somebody reads along. */
const endPx = 40

/**
 * Draws the button and, when open, the panel: all of it, whenever something has changed. Preact finds what is
 * different; without its hooks, which would be a tenth of the widget's size. Closing hides; the conversation goes on.
 * @returns takes it away
 */
export function openFace(place: HTMLElement, session: ChatSession, t: Translate, team: string): () => void {
  let open = session.storage.get('open') === 'true'
  let draft = session.storage.get('draft') ?? ''
  /** The last message that people who listen know of; history is not read out. */
  let heard: number | undefined
  let announcement = ''
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)

  const show = (next: boolean) => {
    open = next
    session.storage.set('open', open ? 'true' : undefined)
    if (open) void session.load()
    draw()
    if (!open) find('.launcher')?.focus()
  }
  // At once, not with the next rendering: the page may be gone by then.
  const keep = (words: string) => {
    draft = words
    session.storage.set('draft', words || undefined)
    draw()
  }
  const announce = () => {
    const { messages, history } = session.state
    const last = messages.at(-1)
    if (history !== 'ready') return
    if (heard !== undefined && last && last.sequence > heard && last.author.purpose !== 'CUSTOMER')
      announcement = `${last.author.displayName ?? t('agent')}: ${last.text}`
    heard = last?.sequence ?? 0
  }

  const draw = () => {
    if (open) session.markRead()
    announce()
    const { state } = session
    const unread = unreadCount(state)
    const thread = find('.thread')
    const atEnd = !thread || thread.scrollHeight - thread.scrollTop - thread.clientHeight < endPx
    render(
      <>
        {open && (
          <Panel
            session={session}
            state={state}
            t={t}
            team={team}
            draft={draft}
            onDraft={keep}
            onClose={() => show(false)}
          />
        )}
        <button
          type="button"
          class="launcher"
          aria-expanded={open}
          aria-label={
            open ? t('close') : unread > 0 ? `${t('open')}, ${t('unread', { count: unread })}` : t('open')
          }
          onClick={() => show(!open)}
        >
          <Sign of={open ? 'close' : 'chat'} />
          {!open && unread > 0 && <span class="badge">{unread > 9 ? '9+' : unread}</span>}
        </button>
        {/* Read to people who listen, without interrupting them. */}
        <div class="only-heard" role="status" aria-live="polite">
          {announcement}
        </div>
      </>,
      place,
    )
    const shown = find('.thread')
    if (atEnd && shown) shown.scrollTop = shown.scrollHeight
    const field = find('textarea')
    if (field) {
      field.style.height = 'auto'
      field.style.height = `${Math.min(field.scrollHeight, 120)}px`
    }
  }

  if (open) void session.load()
  const stop = session.subscribe(draw)
  draw()
  return () => {
    stop()
    render(null, place)
  }
}

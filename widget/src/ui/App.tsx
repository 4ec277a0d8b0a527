import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChatSession } from '../chat/chat-session.ts'
import { unreadCount } from '../chat/chat-state.ts'
import type { Translate } from '../words/messages.ts'
import { Panel } from './Panel.tsx'
import { Sign } from './signs.tsx'
import { useChat } from './use-chat.ts'

/** The button and, when open, the panel. Closing hides; the conversation goes on. */
export function App({ session, t, team }: { session: ChatSession; t: Translate; team: string }) {
  const state = useChat(session)
  const [open, setOpen] = useState(session.storage.get('open') === 'true')
  const button = useRef<HTMLButtonElement>(null)
  const unread = unreadCount(state)

  const show = (next: boolean) => {
    session.storage.set('open', next ? 'true' : undefined)
    setOpen(next)
    if (!next) button.current?.focus()
  }
  useEffect(() => {
    if (open) void session.load()
  }, [open])
  useEffect(() => {
    if (open) session.markRead()
  }, [open, state.messages])

  return (
    <>
      {open && <Panel session={session} state={state} t={t} team={team} onClose={() => show(false)} />}
      <button
        ref={button}
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
      <Announcer session={session} t={t} />
    </>
  )
}

/** Reads what arrives to people who listen, without interrupting them. History is not read out. */
function Announcer({ session, t }: { session: ChatSession; t: Translate }) {
  const state = useChat(session)
  const heard = useRef<number | undefined>(undefined)
  const [text, setText] = useState('')
  const last = state.messages.at(-1)
  useEffect(() => {
    if (state.history !== 'ready') return
    const before = heard.current
    heard.current = last?.sequence ?? 0
    if (before === undefined || !last || last.sequence <= before || last.author.purpose === 'CUSTOMER') return
    setText(`${last.author.displayName ?? t('agent')}: ${last.text}`)
  }, [last?.sequence, state.history])
  return (
    <div class="only-heard" role="status" aria-live="polite">
      {text}
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatSession } from '../chat/chat-session.ts'
import { type ChatMessage, type ChatState, presentAgent } from '../chat/chat-state.ts'
import type { Outgoing } from '../chat/outbox.ts'
import type { Translate } from '../words/messages.ts'

/** What was said, oldest first, with what is still on its way at the end. */
export function Thread({ session, state, t }: { session: ChatSession; state: ChatState; t: Translate }) {
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const count = state.messages.length + state.outbox.length

  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [count, state.line, state.history])

  const lastSaid = state.messages.at(-1)
  const unanswered = state.outbox.length > 0 || (lastSaid && lastSaid.author.purpose !== 'AGENT')
  const waiting = unanswered && state.conversation?.status !== 'CLOSED' && !presentAgent(state)
  return (
    <div
      ref={list}
      class="thread"
      tabIndex={-1}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 40
      }}
    >
      {state.history === 'loading' && count === 0 && <p class="note">{t('loading')}</p>}
      {state.history === 'failed' && (
        <p class="note">
          {t('loadFailed')}{' '}
          <button type="button" class="link" onClick={() => void session.load()}>
            {t('loadAgain')}
          </button>
        </p>
      )}
      {state.messages.map((message, index) => (
        <Said key={message.id} message={message} before={state.messages[index - 1]} t={t} />
      ))}
      {state.outbox.map((outgoing) => (
        <OnItsWay key={outgoing.clientMessageId} outgoing={outgoing} session={session} t={t} />
      ))}
      {waiting && <p class="note">{t('waiting')}</p>}
      {state.conversation?.status === 'CLOSED' && <p class="note">{t('ended')}</p>}
    </div>
  )
}

function Said({ message, before, t }: { message: ChatMessage; before?: ChatMessage; t: Translate }) {
  if (message.kind === 'SYSTEM' || message.kind === 'CALL') return <p class="note">{message.text}</p>
  const mine = message.author.purpose === 'CUSTOMER'
  const first = before?.author.id !== message.author.id || before.kind === 'SYSTEM'
  return (
    <Bubble
      mine={mine}
      speaker={first && !mine ? (message.author.displayName ?? t('agent')) : undefined}
      heard={mine ? t('you') : (message.author.displayName ?? t('agent'))}
      title={new Date(message.sentAt).toLocaleString()}
    >
      {message.text || t('unsupported')}
    </Bubble>
  )
}

function OnItsWay({ outgoing, session, t }: { outgoing: Outgoing; session: ChatSession; t: Translate }) {
  const failed = outgoing.status === 'failed'
  return (
    <>
      <Bubble mine heard={t('you')} faint={!failed}>
        {outgoing.text}
      </Bubble>
      <p class={failed ? 'delivery bad' : 'delivery'}>
        {t(outgoing.status)}
        {failed && (
          <button type="button" class="link" onClick={() => void session.send(outgoing.text, outgoing)}>
            {t('retry')}
          </button>
        )}
      </p>
    </>
  )
}

interface BubbleProperties {
  mine: boolean
  /** Shown above. */
  speaker?: string
  /** Read out before the words. */
  heard: string
  faint?: boolean
  title?: string
  children: ComponentChildren
}

function Bubble({ mine, speaker, heard, faint, title, children }: BubbleProperties) {
  return (
    <div class={`said ${mine ? 'mine' : 'theirs'}${faint ? ' faint' : ''}`}>
      {speaker && <span class="speaker">{speaker}</span>}
      <p title={title}>
        {!speaker && <span class="only-heard">{heard}: </span>}
        {children}
      </p>
    </div>
  )
}

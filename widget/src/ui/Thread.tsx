import type { ComponentChildren } from 'preact'
import type { ChatSession } from '../chat/chat-session.ts'
import { type ChatMessage, type ChatState, presentAgent } from '../chat/chat-state.ts'
import type { Outgoing } from '../chat/outbox.ts'
import type { Translate } from '../words/messages.ts'

/** What was said, oldest first, with what is still on its way at the end. */
export function Thread({ session, state, t }: { session: ChatSession; state: ChatState; t: Translate }) {
  const count = state.messages.length + state.outbox.length

  const lastSaid = state.messages.at(-1)
  const unanswered = state.outbox.length > 0 || (lastSaid && lastSaid.author.purpose !== 'AGENT')
  const waiting = unanswered && state.conversation?.status !== 'CLOSED' && !presentAgent(state)
  return (
    <div class="thread" tabIndex={-1}>
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
        <OnItsWay
          key={outgoing.clientMessageId}
          outgoing={outgoing}
          broken={state.line !== 'online'}
          session={session}
          t={t}
        />
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

interface OnItsWayProperties {
  outgoing: Outgoing
  /** The line is: what did not get through is sent again when it is back. */
  broken: boolean
  session: ChatSession
  t: Translate
}

function OnItsWay({ outgoing, broken, session, t }: OnItsWayProperties) {
  const failed = outgoing.status === 'failed' && !(outgoing.unreached && broken)
  return (
    <>
      <Bubble mine heard={t('you')} faint={!failed}>
        {outgoing.text}
      </Bubble>
      <p class={failed ? 'delivery bad' : 'delivery'}>
        {t(failed ? 'failed' : 'sending')}
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

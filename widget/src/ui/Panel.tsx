import type { ChatSession } from '../chat/chat-session.ts'
import { type ChatState, presentAgent } from '../chat/chat-state.ts'
import type { Translate } from '../words/messages.ts'
import { Composer } from './Composer.tsx'
import { keepFocusInside } from './keep-focus-inside.ts'
import { Sign } from './signs.tsx'
import { Thread } from './Thread.tsx'

interface PanelProperties {
  session: ChatSession
  state: ChatState
  t: Translate
  team: string
  draft: string
  onDraft: (draft: string) => void
  onClose: () => void
}

/** The conversation's window: who answers, what was said, and a place to write. */
export function Panel({ session, state, t, team, draft, onDraft, onClose }: PanelProperties) {
  const agent = presentAgent(state)
  const name = agent?.displayName ?? t('agent')

  return (
    <div
      class="panel"
      role="dialog"
      aria-label={t('title', { team })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose()
        else keepFocusInside(event.currentTarget, event)
      }}
    >
      <header>
        {agent && (
          <span class="face" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
        )}
        <div class="heading">
          <strong>{agent ? t('joined', { name }) : t('title', { team })}</strong>
          {!agent && <p>{t('who', { team })}</p>}
        </div>
        <button type="button" class="quiet" aria-label={t('close')} onClick={onClose}>
          <Sign of="close" />
        </button>
      </header>
      {state.line !== 'online' && (
        <p class="line" role="status">
          {t(state.line)}
        </p>
      )}
      <Thread session={session} state={state} t={t} />
      <Composer draft={draft} t={t} onDraft={onDraft} onSend={(words) => void session.send(words)} />
    </div>
  )
}

import type { Translate } from '../words/messages.ts'
import { Sign } from './signs.tsx'

/** What the server takes in one message, in characters. */
const longest = 4_000

interface ComposerProperties {
  draft: string
  t: Translate
  onDraft: (draft: string) => void
  onSend: (words: string) => void
}

/** Whoever opens the chat wants to write. Called once, since it is always the same function. */
const focus = (field: HTMLElement | null) => field?.focus()

/** Where the visitor writes. The draft is kept with every key, over closing and page loads. */
export function Composer({ draft, t, onDraft, onSend }: ComposerProperties) {
  const left = longest - draft.length
  const words = draft.trim()
  const send = (event: Event) => {
    event.preventDefault()
    if (!words || left < 0) return
    onDraft('')
    onSend(words)
  }
  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={focus}
        rows={1}
        value={draft}
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes (Chinese), Enter chooses a word.
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
        }}
      />
      <button type="submit" class="send" aria-label={t('send')} disabled={!words || left < 0}>
        <Sign of="send" />
      </button>
      {left < 200 && (
        <p class={left < 0 ? 'delivery bad' : 'delivery'} role="status">
          {t('left', { count: left })}
        </p>
      )}
    </form>
  )
}

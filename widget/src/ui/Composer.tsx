import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChatSession } from '../chat/chat-session.ts'
import type { Translate } from '../words/messages.ts'
import { Sign } from './signs.tsx'

/** What the server takes in one message, in characters. */
const longest = 4_000

/** Where the visitor writes. The draft is kept with every key, over closing and page loads. */
export function Composer({ session, t }: { session: ChatSession; t: Translate }) {
  const [text, setText] = useState(session.storage.get('draft') ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const left = longest - text.length

  useEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 120)}px`
  }, [text])

  // At once, not with the next rendering: the page may be gone by then.
  const keep = (draft: string) => {
    session.storage.set('draft', draft || undefined)
    setText(draft)
  }
  const send = () => {
    const words = text.trim()
    if (!words || left < 0) return
    keep('')
    void session.send(words)
    field.current?.focus()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        onInput={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes (Chinese), Enter chooses a word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" class="send" aria-label={t('send')} disabled={!text.trim() || left < 0}>
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

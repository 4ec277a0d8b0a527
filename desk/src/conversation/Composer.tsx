import { useLocation } from '@tanstack/react-router'
import { CornerDownLeft } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useShortcut } from '../app/use-shortcut.ts'
import { useChannelName } from '../signs/channel-sign.tsx'
import { useWords } from '../words/use-words.ts'
import { ArticlePicker, type PickerKeys } from './ArticlePicker.tsx'
import { channelLimit } from './channel-limits.ts'
import { takeInserts } from './composer-inserts.ts'
import { useDraft } from './use-draft.ts'

interface ComposerProperties {
  conversationId: string
  channel: string
  onSend: (text: string) => void
}

/** Where the agent writes. A draft that begins with a slash looks for an article. */
export function Composer({ conversationId, channel, onSend }: ComposerProperties) {
  const { t, number } = useWords()
  const nameOf = useChannelName()
  const [text, setText] = useDraft(conversationId)
  const [chosenArticle, setChosenArticle] = useState<string>()
  const [dismissed, setDismissed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<PickerKeys>(null)
  const arrivedToReply = useLocation({ select: (location) => location.hash === 'reply' })
  const limit = channelLimit(channel)
  const left = limit - text.length
  const searching = text.startsWith('/') && !text.includes('\n') && !dismissed

  useShortcut('r', () => field.current?.focus())
  useEffect(() => {
    if (arrivedToReply) field.current?.focus()
  }, [arrivedToReply])
  useShortcut('/', () => {
    field.current?.focus()
    if (!text) setText('/')
  })
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight + 2, 220)}px`
  }, [text])

  const insert = (words: string) => {
    const area = field.current
    const from = searching ? 0 : (area?.selectionStart ?? text.length)
    const to = searching ? text.length : (area?.selectionEnd ?? text.length)
    setText(text.slice(0, from) + words + text.slice(to))
    area?.focus()
  }
  useEffect(() => takeInserts(conversationId, insert))

  const send = () => {
    const words = text.trim()
    if (!words || left < 0 || searching) return
    onSend(words)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes (Chinese), Enter chooses a word.
    if (event.nativeEvent.isComposing) return
    if (searching && picker.current?.onKey(event.key)) event.preventDefault()
    else if (event.key === 'Escape') {
      if (searching) setDismissed(true)
      else field.current?.blur()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
  }

  return (
    <div className="relative border-t border-line p-3">
      {searching && (
        <ArticlePicker
          keys={picker}
          conversationId={conversationId}
          channel={channel}
          search={text.slice(1)}
          onPick={insert}
          onChosen={setChosenArticle}
        />
      )}
      <textarea
        ref={field}
        rows={2}
        value={text}
        data-testid="composer"
        aria-label={t('composer.label', { channel: nameOf(channel) })}
        aria-autocomplete="list"
        aria-controls={searching ? 'article-picker' : undefined}
        aria-activedescendant={searching ? chosenArticle : undefined}
        placeholder={t('composer.placeholder', { channel: nameOf(channel) })}
        className="field block resize-none"
        onChange={(event) => {
          setDismissed(false)
          setText(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="mt-2 flex items-center gap-3">
        <p className={`figure flex-1 text-12 ${left < 0 ? 'text-bad' : 'text-ink-soft'}`}>
          {left < 200 ? t('composer.left', { count: number(left) }) : t('composer.hint')}
        </p>
        <button
          type="button"
          className="control control-main"
          disabled={!text.trim() || left < 0}
          onClick={send}
        >
          {t('composer.send')}
          <CornerDownLeft size={14} aria-hidden />
        </button>
      </div>
    </div>
  )
}

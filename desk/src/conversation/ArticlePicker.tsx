import { type RefObject, useEffect, useImperativeHandle, useState } from 'react'
import { useQuery } from 'urql'
import { FindArticlesDocument, SuggestedArticlesDocument } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

/** How the composer hands keys to the list. */
export interface PickerKeys {
  /** @returns true when the key was for the list */
  onKey: (key: string) => boolean
}

interface ArticlePickerProperties {
  keys: RefObject<PickerKeys | null>
  conversationId: string
  channel: string
  search: string
  onPick: (text: string) => void
  /** Told which entry is chosen, for those who listen. */
  onChosen: (elementId: string | undefined) => void
}

const elementId = (articleId: string): string => `article-option-${articleId}`

/** Articles over the composer: those that fit the conversation, or those that match what follows the slash. */
export function ArticlePicker({
  keys,
  conversationId,
  channel,
  search,
  onPick,
  onChosen,
}: ArticlePickerProperties) {
  const { t, locale } = useWords()
  const words = search.trim()
  const [suggested] = useQuery({
    query: SuggestedArticlesDocument,
    variables: { conversationId },
    pause: words !== '',
  })
  const [found] = useQuery({
    query: FindArticlesDocument,
    variables: { search: words, channel, locale },
    pause: words === '',
  })
  const fetching = words ? found.fetching : suggested.fetching
  const entries = words
    ? (found.data?.articles.nodes ?? []).flatMap(({ id, variant }) => (variant ? [{ id, ...variant }] : []))
    : (suggested.data?.conversation?.suggestedArticles ?? []).map(({ article, variant }) => ({
        id: article.id,
        ...variant,
      }))
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, Math.max(0, entries.length - 1))
  const chosenId = entries[index] && elementId(entries[index].id)
  useEffect(() => {
    onChosen(chosenId)
    return () => onChosen(undefined)
  }, [chosenId, onChosen])

  useImperativeHandle(keys, () => ({
    onKey: (key) => {
      if (key === 'ArrowDown') setChosen(Math.min(index + 1, entries.length - 1))
      else if (key === 'ArrowUp') setChosen(Math.max(0, index - 1))
      else if (key === 'Enter' || key === 'Tab') {
        const entry = entries[index]
        if (!entry) return false
        onPick(entry.body)
      } else return false
      return true
    },
  }))

  return (
    <div
      id="article-picker"
      role="listbox"
      aria-label={t('articles.title')}
      className="absolute inset-x-3 bottom-full z-10 mb-1 max-h-72 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-card"
    >
      {entries.map((entry, position) => (
        <div
          key={entry.id}
          id={elementId(entry.id)}
          role="option"
          tabIndex={-1}
          aria-selected={position === index}
          className="cursor-pointer rounded-md px-2 py-1.5 aria-selected:bg-accent-soft"
          onPointerMove={() => setChosen(position)}
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(entry.body)
          }}
        >
          <p className="font-medium">{entry.title}</p>
          <p className="line-clamp-1 text-12 text-ink-soft">{entry.body}</p>
        </div>
      ))}
      {entries.length === 0 && (
        <p className="px-2 py-1.5 text-ink-soft">{t(fetching ? 'state.loading' : 'articles.none')}</p>
      )}
    </div>
  )
}

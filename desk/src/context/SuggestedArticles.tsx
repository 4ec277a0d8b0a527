import { ChevronRight, CornerUpLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { Partial, Skeleton } from '../app/states.tsx'
import { insertIntoComposer } from '../conversation/composer-inserts.ts'
import { useThread } from '../conversation/use-thread.ts'
import { SuggestedArticlesDocument, type SuggestedArticlesQuery } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

type Suggested = NonNullable<SuggestedArticlesQuery['conversation']>['suggestedArticles']
type Suggestion = NonNullable<Suggested>[number]

/** Articles for the customer's latest words; asked again when the customer has written. */
export function SuggestedArticles({ conversationId }: { conversationId: string }) {
  const { t } = useWords()
  const { state } = useThread(conversationId)
  const lastWords = state.messages.findLast((message) => message.author.purpose === 'CUSTOMER')?.sequence
  const [{ data, error, fetching }, ask] = useQuery({
    query: SuggestedArticlesDocument,
    variables: { conversationId },
    requestPolicy: 'cache-and-network',
  })
  const askedFor = useRef(lastWords)
  useEffect(() => {
    if (lastWords === askedFor.current) return
    askedFor.current = lastWords
    ask({ requestPolicy: 'network-only' })
  }, [lastWords, ask])

  const suggestions = data?.conversation?.suggestedArticles
  return (
    <section aria-label={t('articles.title')} className="p-4" data-testid="articles">
      <h3 className="pane-title mb-2">{t('articles.title')}</h3>
      {!suggestions && fetching && <Skeleton rows={2} />}
      {!suggestions && error && <Partial>{t('articles.unreachable')}</Partial>}
      {suggestions?.length === 0 && <p className="text-ink-soft">{t('articles.none')}</p>}
      <ul className="flex flex-col gap-2">
        {suggestions?.map((suggestion) => (
          <SuggestionCard
            key={suggestion.article.id}
            suggestion={suggestion}
            conversationId={conversationId}
          />
        ))}
      </ul>
    </section>
  )
}

function SuggestionCard({ suggestion, conversationId }: { suggestion: Suggestion; conversationId: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { variant } = suggestion
  return (
    <li className="rounded-md border border-line bg-surface">
      <button
        type="button"
        aria-expanded={open}
        className="flex w-full items-start gap-1.5 px-2 py-2 text-left font-medium hover:bg-hover"
        onClick={() => setOpen(!open)}
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={`mt-0.5 shrink-0 text-ink-soft ${open ? 'rotate-90' : ''}`}
        />
        {variant.title}
      </button>
      <div className="px-3 pb-2">
        <p className={`whitespace-pre-wrap text-ink-soft ${open ? '' : 'line-clamp-2'}`}>{variant.body}</p>
        <button
          type="button"
          className="mt-1 inline-flex items-center gap-1 text-12 font-medium text-accent hover:underline"
          onClick={() => insertIntoComposer(conversationId, variant.body)}
        >
          <CornerUpLeft size={13} aria-hidden />
          {t('articles.insert')}
        </button>
      </div>
    </li>
  )
}

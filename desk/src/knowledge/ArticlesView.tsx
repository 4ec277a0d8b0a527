import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { SearchableList } from '../app/SearchableList.tsx'
import { useSettled } from '../app/use-settled.ts'
import { ArticlesDocument, type ArticlesQuery } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'

type Article = ArticlesQuery['articles']['nodes'][number]

/** Published articles; a row opens to how it is told on each channel and in each language. */
export function ArticlesView() {
  const { t, locale } = useWords()
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim())
  const [{ data, error }, again] = useQuery({
    query: ArticlesDocument,
    variables: { search: settled || undefined, locale },
    requestPolicy: 'cache-and-network',
  })
  const articles = data?.articles.nodes
  return (
    <SearchableList
      title={t('articles.all')}
      search={search}
      onSearch={setSearch}
      searchLabel={t('articles.search')}
      count={articles?.length}
      problem={problemOf(error)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      empty={t('articles.none')}
      emptyHint={t('articles.none.hint')}
    >
      {articles?.map((article) => (
        <ArticleRow key={article.id} article={article} />
      ))}
    </SearchableList>
  )
}

function ArticleRow({ article }: { article: Article }) {
  const { t, day } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <li className="border-b border-line last:border-0">
      <button
        type="button"
        aria-expanded={open}
        className="flex h-11 w-full items-center gap-2 px-3 text-left hover:bg-hover"
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={`text-ink-soft ${open ? 'rotate-90' : ''}`} />
        <span className="min-w-0 flex-1 truncate font-medium">{article.title}</span>
        <span className="text-12 text-ink-soft">
          {t('articles.version', { number: article.version, day: day(article.publishedAt) })}
        </span>
      </button>
      {open && (
        <dl className="flex flex-col gap-3 px-9 pb-4">
          {article.variants.map((variant) => (
            <div key={variant.channel + variant.locale}>
              <dt className="text-12 text-ink-soft">
                {variant.channel} · {variant.locale} · <span lang={variant.locale}>{variant.title}</span>
              </dt>
              <dd lang={variant.locale} className="max-w-2xl whitespace-pre-wrap">
                {variant.body}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

import { useState } from 'react'
import { useQuery } from 'urql'
import { SearchableList } from '../app/SearchableList.tsx'
import { useSettled } from '../app/use-settled.ts'
import { shownIdentifier } from '../context/shown-identifier.ts'
import { CustomersDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

/** Customers, the most recently active first, found by a name or the start of an identifier. */
export function CustomersView() {
  const { t, ago } = useWords()
  const now = useNow()
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim())
  const [{ data, error }, again] = useQuery({
    query: CustomersDocument,
    variables: { search: settled || undefined },
    requestPolicy: 'cache-and-network',
  })
  const customers = data?.customers.nodes
  return (
    <SearchableList
      title={t('customers.title')}
      search={search}
      onSearch={setSearch}
      searchLabel={t('customers.search')}
      count={customers?.length}
      problem={problemOf(error)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      empty={t('customers.empty')}
      emptyHint={t('customers.empty.hint')}
    >
      {customers?.map((customer) => (
        <li
          key={customer.id}
          className="flex h-11 items-center gap-3 border-b border-line px-3 last:border-0"
        >
          <span className="w-56 max-w-[50%] truncate font-medium">{customer.displayName}</span>
          <span className="min-w-0 flex-1 truncate text-ink-soft">
            {customer.identifiers
              ?.map((identifier) => shownIdentifier(identifier.type, identifier.value))
              .join(' · ')}
          </span>
          {customer.tier === 'VIP' && (
            <span className="rounded-md bg-accent-soft px-1.5 text-12 text-accent">{t('tier.VIP')}</span>
          )}
          <time className="text-12 text-ink-soft" dateTime={customer.lastSeenAt}>
            {ago(customer.lastSeenAt, now)}
          </time>
        </li>
      ))}
    </SearchableList>
  )
}

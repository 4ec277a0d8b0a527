import { BadgeCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { Partial, Skeleton } from '../app/states.tsx'
import { CustomerContextDocument, type CustomerContextQuery } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useChannelName } from '../signs/channel-sign.tsx'
import { useWords } from '../words/use-words.ts'
import { channelOfIdentifier, shownIdentifier, withoutRepetition } from './shown-identifier.ts'
import { Touchpoints } from './Touchpoints.tsx'

type Customer = NonNullable<NonNullable<CustomerContextQuery['conversation']>['customer']>

interface CustomerCardProperties {
  conversationId: string
  /** As the inbox knows it: it changes when identity is resolved, or two profiles become one. */
  customerId: string | undefined
}

/** The customer, what points to them, and their previous contacts. */
export function CustomerCard({ conversationId, customerId }: CustomerCardProperties) {
  const { t } = useWords()
  const [{ data, error, fetching }, again] = useQuery({
    query: CustomerContextDocument,
    variables: { conversationId },
    requestPolicy: 'cache-and-network',
  })
  const askedFor = useRef(customerId)
  useEffect(() => {
    if (customerId === askedFor.current) return
    askedFor.current = customerId
    again({ requestPolicy: 'network-only' })
  }, [customerId, again])
  const customer = data?.conversation?.customer
  if (!customer && fetching) return <Skeleton rows={3} height={28} />
  if (!customer) {
    return (
      <>
        <Partial>{t(problemOf(error) ? 'customer.unreachable' : 'customer.pending')}</Partial>
        <button
          type="button"
          className="control m-3 self-start"
          onClick={() => again({ requestPolicy: 'network-only' })}
        >
          {t('state.again')}
        </button>
      </>
    )
  }
  return (
    <>
      <Profile customer={customer} />
      <Touchpoints touchpoints={customer.recentTouchpoints} />
    </>
  )
}

function Profile({ customer }: { customer: Customer }) {
  const { t, day } = useWords()
  const nameOf = useChannelName()
  const labelOf = ({ type, value }: NonNullable<Customer['identifiers']>[number]) => {
    const channel = channelOfIdentifier(type, value)
    return channel ? nameOf(channel) : t(`identifier.${type}`)
  }
  return (
    <section aria-label={t('customer.title')} className="flex flex-col gap-2 border-b border-line p-4">
      <div className="flex items-center gap-2">
        <h3 className="truncate text-16 font-semibold">{customer.displayName}</h3>
        {customer.tier === 'VIP' && (
          <span className="rounded-md bg-accent-soft px-1.5 text-12 text-accent">{t('tier.VIP')}</span>
        )}
      </div>
      <p className="text-12 text-ink-soft">
        {t('customer.since', { day: day(customer.createdAt) })}
        {customer.locale && ` · ${customer.locale}`}
      </p>
      <ul className="flex flex-col gap-1">
        {withoutRepetition(customer.identifiers ?? []).map((identifier) => (
          <li key={identifier.type + identifier.value} className="flex items-center gap-2">
            <span className="w-16 shrink-0 text-12 text-ink-soft">{labelOf(identifier)}</span>
            <span className="min-w-0 flex-1 truncate" title={identifier.value}>
              {shownIdentifier(identifier.type, identifier.value)}
            </span>
            {identifier.verifiedAt && (
              <span className="inline-flex items-center gap-1 text-12 text-good">
                <BadgeCheck size={14} aria-hidden />
                {t('customer.verified')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {customer.suggestedMatches.map((match) => (
        <p key={match.customer.id} className="rounded-md bg-sunken px-2 py-1.5 text-12">
          {t('customer.maybe', {
            name: match.customer.displayName,
            identifier: match.identifier
              ? shownIdentifier(match.identifier.type, match.identifier.value)
              : '–',
          })}
        </p>
      ))}
    </section>
  )
}

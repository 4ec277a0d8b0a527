import { useNavigate, useParams } from '@tanstack/react-router'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { useShortcut } from '../app/use-shortcut.ts'
import { useWords } from '../words/use-words.ts'
import { ContactRow } from './ContactRow.tsx'
import { useListShown } from './FloatingOffer.tsx'
import { useInbox } from './inbox-context.tsx'
import { neighbour } from './next-contact.ts'
import { OfferCard } from './OfferCard.tsx'

/** The list at the left: the offer on top, then what is in hand. */
export function ContactList() {
  const { t } = useWords()
  const inbox = useInbox()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  const ids = inbox.inHand.map((reservation) => reservation.workItem.conversationId)
  const move = (step: 1 | -1) => () => {
    const next = neighbour(ids, conversationId, step)
    if (next) void navigate({ to: '/inbox/$conversationId', params: { conversationId: next } })
  }
  useShortcut('j', move(1))
  useShortcut('k', move(-1))

  const listShown = useListShown()
  const [offer, ...others] = inbox.offers
  return (
    <nav aria-label={t('inbox.title')} className="flex h-full min-h-0 flex-col">
      <h1 className="flex h-11 shrink-0 items-center gap-2 px-3 text-14 font-semibold">
        {t('inbox.title')}
        <span className="figure font-normal text-ink-soft">{inbox.inHand.length}</span>
      </h1>
      {inbox.stale && <Partial>{t('inbox.stale')}</Partial>}
      {inbox.agent && inbox.problem && <Partial>{t('inbox.partial')}</Partial>}
      {offer && listShown && <OfferCard key={offer.id} offer={offer} more={others.length} />}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {inbox.loading ? (
          <Skeleton rows={5} height={58} />
        ) : !inbox.agent && inbox.problem ? (
          <Failure problem={inbox.problem} />
        ) : inbox.inHand.length > 0 ? (
          <ul>
            {inbox.inHand.map((reservation) => (
              <ContactRow key={reservation.id} reservation={reservation} />
            ))}
          </ul>
        ) : (
          !offer && (
            <Empty title={t('inbox.empty')}>
              {inbox.agent?.presence === 'AVAILABLE' ? t('inbox.empty.ready') : t('inbox.empty.away')}
            </Empty>
          )
        )}
      </div>
    </nav>
  )
}

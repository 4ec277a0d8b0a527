import { ArrowLeft } from 'lucide-react'
import { useInbox } from '../inbox/inbox-context.tsx'
import { useWords } from '../words/use-words.ts'
import { CustomerCard } from './CustomerCard.tsx'
import { RoutingCard } from './RoutingCard.tsx'
import { SuggestedArticles } from './SuggestedArticles.tsx'

/** What helps to answer: who the customer is, what is due, what they came for before, and what we know. */
export function ContextPane({ conversationId, onBack }: { conversationId: string; onBack: () => void }) {
  const { t } = useWords()
  const reservation = useInbox().inHand.find((entry) => entry.workItem.conversationId === conversationId)
  return (
    <div className="flex flex-col">
      <button type="button" className="control control-quiet m-2 self-start wide:hidden" onClick={onBack}>
        <ArrowLeft size={16} aria-hidden />
        {t('context.back')}
      </button>
      <CustomerCard
        conversationId={conversationId}
        customerId={reservation?.workItem.conversation?.customer?.id}
      />
      {reservation && <RoutingCard contact={reservation.workItem} />}
      <SuggestedArticles conversationId={conversationId} />
    </div>
  )
}

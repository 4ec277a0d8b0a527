import { ArrowLeft } from 'lucide-react'
import { useContact } from '../conversation/use-contact.ts'
import { useThread } from '../conversation/use-thread.ts'
import { useWords } from '../words/use-words.ts'
import { CustomerCard } from './CustomerCard.tsx'
import { RoutingCard } from './RoutingCard.tsx'
import { SuggestedArticles } from './SuggestedArticles.tsx'

/** What helps to answer: who the customer is, what is due, what they came for before, and what we know. */
export function ContextPane({ conversationId, onBack }: { conversationId: string; onBack: () => void }) {
  const { t } = useWords()
  const { state } = useThread(conversationId)
  const { work } = useContact(conversationId, state)
  return (
    <div className="flex flex-col">
      <button type="button" className="control control-quiet m-2 self-start wide:hidden" onClick={onBack}>
        <ArrowLeft size={16} aria-hidden />
        {t('context.back')}
      </button>
      <CustomerCard conversationId={conversationId} customerId={work?.conversation?.customer?.id} />
      {work && <RoutingCard contact={work} />}
      <SuggestedArticles conversationId={conversationId} />
    </div>
  )
}

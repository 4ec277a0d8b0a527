import { useQuery } from 'urql'
import { ExplainRoutingDocument, type ReservationPartsFragment } from '../generated/operations.ts'
import { useDecisionSentence } from '../why/use-decision-sentence.ts'
import { useWords } from '../words/use-words.ts'

/** Why a contact is offered to this agent: who hands it on and what they say, else the rule in a sentence. */
export function OfferReason({ offer }: { offer: ReservationPartsFragment }) {
  const { t } = useWords()
  const sentence = useDecisionSentence()
  const { transfer } = offer.workItem
  const [{ data }] = useQuery({
    query: ExplainRoutingDocument,
    variables: { workItemId: offer.workItem.id, reservationId: offer.id, agentId: null },
    pause: transfer !== null,
  })
  if (transfer) {
    return (
      <div className="text-12">
        <p>
          {t(`offer.from.${offer.kind === 'CONSULT' ? 'CONSULT' : 'PRIMARY'}`, { agent: transfer.from.name })}
        </p>
        {transfer.note && <p className="line-clamp-3 text-ink-soft">“{transfer.note}”</p>}
      </div>
    )
  }
  const decision = data?.explainRouting
  // Nothing while it is asked for: an offer does not wait for its reason.
  return decision ? <p className="text-12 text-ink-soft">{sentence(decision, 'the agent')}</p> : null
}

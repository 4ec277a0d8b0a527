import { useState } from 'react'
import { useMutation } from 'urql'
import {
  CancelTransferDocument,
  CompleteTransferDocument,
  type ContactCardFragment,
} from '../generated/operations.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'

interface ConsultBannerProperties {
  contact: ContactCardFragment
  /** Whether this desk's agent is the one who was asked. */
  asked: boolean
}

/** While a second agent is beside the first: who, how far it is, and how it goes on. */
export function ConsultBanner({ contact, asked }: ConsultBannerProperties) {
  const { t } = useWords()
  const [completing, complete] = useMutation(CompleteTransferDocument)
  const [canceling, cancel] = useMutation(CancelTransferDocument)
  const [refusal, setRefusal] = useState<Word>()
  const { consult, transfer } = contact
  if (!consult || !transfer) return null
  const busy = completing.fetching || canceling.fetching
  const joined = consult.status === 'ACCEPTED'
  const names = { from: transfer.from.name, agent: consult.agent.name }
  return (
    <div
      role="status"
      data-testid="consult"
      className="flex flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-3 py-1.5"
    >
      <p className="min-w-0 flex-1">
        {asked ? t('consult.asked', names) : t(joined ? 'consult.joined' : 'consult.rings', names)}
        {asked && transfer.note && <span className="block text-ink-soft">“{transfer.note}”</span>}
      </p>
      {!asked && (
        <>
          {joined && (
            <button
              type="button"
              className="control control-main h-7"
              disabled={busy}
              onClick={() =>
                void complete({ workItemId: contact.id }).then((result) => setRefusal(outcomeWord(result)))
              }
            >
              {t('consult.complete')}
            </button>
          )}
          <button
            type="button"
            className="control h-7"
            disabled={busy}
            onClick={() =>
              void cancel({ workItemId: contact.id }).then((result) => setRefusal(outcomeWord(result)))
            }
          >
            {t('consult.cancel')}
          </button>
        </>
      )}
      {refusal && (
        <p role="alert" className="w-full text-12 text-bad">
          {t(refusal)}
        </p>
      )}
    </div>
  )
}

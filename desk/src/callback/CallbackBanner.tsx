import { PhoneOutgoing } from 'lucide-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import {
  CancelCallbackDocument,
  CompleteWorkDocument,
  type ContactCardFragment,
} from '../generated/operations.ts'
import { useToasts } from '../toasts/toast-context.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'
import { useCallbackWords } from './use-callback-words.ts'

interface CallbackBannerProperties {
  contact: ContactCardFragment
  /** Whoever looks at it has it in hand. */
  mine: boolean
  /** The conversation goes on, as far as is known. */
  open: boolean
}

/** A customer who is to be called back: when and where; whoever took it says when it is done. */
export function CallbackBanner({ contact, mine, open }: CallbackBannerProperties) {
  const { t } = useWords()
  const toasts = useToasts()
  const whenWords = useCallbackWords()
  const [canceling, cancel] = useMutation(CancelCallbackDocument)
  const [completing, complete] = useMutation(CompleteWorkDocument)
  const [refusal, setRefusal] = useState<Word>()
  const { callback } = contact
  if (!callback) return null
  const isTaken = callback.takenAt !== null
  const takeBack = async () => setRefusal(outcomeWord(await cancel({ workItemId: contact.id })))
  const finish = async () => {
    const refused = outcomeWord(await complete({ workItemId: contact.id }))
    setRefusal(refused)
    if (!refused) toasts.show({ text: t(isTaken ? 'callback.done' : 'callback.left'), tone: 'plain' })
  }
  if (isTaken && !mine) return null
  return (
    <div
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-3 py-1.5"
      data-testid="callback-banner"
    >
      <PhoneOutgoing size={14} aria-hidden className="text-accent" />
      <p className="min-w-0 flex-1">
        {isTaken ? t('callback.now') : t('callback.asked', { when: whenWords(callback) })}
        {callback.phone && <span className="figure"> {callback.phone}</span>}
        {!isTaken && callback.promisedBy && (
          <span className="text-ink-soft">
            {' '}
            · {t('callback.promised', { agent: callback.promisedBy.name })}
          </span>
        )}
      </p>
      {!isTaken && mine && open && (
        <button
          type="button"
          className="control h-7"
          disabled={canceling.fetching}
          onClick={() => void takeBack()}
        >
          {t('callback.cancel')}
        </button>
      )}
      {mine && !open && (
        <button
          type="button"
          className="control control-main h-7"
          disabled={completing.fetching}
          onClick={() => void finish()}
        >
          {t(isTaken ? 'callback.finish' : 'callback.leave')}
        </button>
      )}
      {refusal && (
        <p role="alert" className="w-full text-12 text-bad">
          {t(refusal)}
        </p>
      )}
    </div>
  )
}

import type { Outgoing } from '../../../widget/src/chat/outbox.ts'
import { useLine } from '../graph/line-state.ts'
import { useWords } from '../words/use-words.ts'
import type { ThreadStore } from './thread-store.ts'

/**
 * What the server has not confirmed yet: on its way, which it also is while the line is broken; or not sent, with a way
 * to send it again.
 */
export function OutgoingMessage({ outgoing, thread }: { outgoing: Outgoing; thread: ThreadStore }) {
  const { t } = useWords()
  const { state } = useLine()
  const failed = outgoing.status === 'failed' && !(outgoing.unreached && state !== 'online')
  return (
    <div className="mt-2 flex flex-col items-end gap-1">
      <p
        className={`max-w-[min(80%,560px)] whitespace-pre-wrap rounded-md bg-accent-soft px-3 py-2 [overflow-wrap:anywhere] ${failed ? '' : 'opacity-70'}`}
      >
        {outgoing.text}
      </p>
      <p role="status" className={`flex items-center gap-2 text-12 ${failed ? 'text-bad' : 'text-ink-soft'}`}>
        {t(failed ? 'delivery.notSent' : 'delivery.SENDING')}
        {failed && (
          <>
            <button
              type="button"
              className="underline"
              onClick={() => void thread.send(outgoing.text, outgoing)}
            >
              {t('delivery.again')}
            </button>
            <button type="button" className="underline" onClick={() => thread.discard(outgoing)}>
              {t('delivery.discard')}
            </button>
          </>
        )}
      </p>
    </div>
  )
}

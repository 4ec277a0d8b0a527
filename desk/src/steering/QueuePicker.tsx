import { useQuery } from 'urql'
import { QueuesToChooseDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import { PickDialog } from './PickDialog.tsx'
import type { SteeredContact } from './steered-contact.ts'

interface QueuePickerProperties {
  contact: SteeredContact
  onPick: (queue: { id: string; name: string }) => void
  onClose: () => void
}

/** The queues that take such a contact, without the one it is in. */
export function QueuePicker({ contact, onPick, onClose }: QueuePickerProperties) {
  const { t, number } = useWords()
  const [{ data, error }, again] = useQuery({
    query: QueuesToChooseDocument,
    requestPolicy: 'cache-and-network',
  })
  const fitting = data?.queues.filter(
    ({ id, mediaTypes }) => id !== contact.queue.id && mediaTypes.includes(contact.mediaType),
  )
  return (
    <PickDialog
      title={t('steer.move.title', { name: contact.name })}
      placeholder={t('steer.queue')}
      choices={fitting?.map(({ id, name, waitingCount }) => ({
        id,
        name,
        children: (
          <>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="figure text-12 text-ink-soft">
              {t('board.waitingCount', { count: number(waitingCount) })}
            </span>
          </>
        ),
      }))}
      problem={problemOf(error)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      onPick={onPick}
      onClose={onClose}
    />
  )
}

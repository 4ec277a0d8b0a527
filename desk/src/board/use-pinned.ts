import { useState } from 'react'
import { createStorage } from '../../../widget/src/chat/storage.ts'

const storage = createStorage('desk')

/** The queues this person keeps on top of the board, remembered on this machine. */
export function usePinned(): [ReadonlySet<string>, (queueId: string) => void] {
  const [pinned, setPinned] = useState(
    () => new Set((storage.get('pinned') ?? '').split(' ').filter(Boolean)),
  )
  return [
    pinned,
    (queueId) => {
      const next = new Set(pinned)
      if (!next.delete(queueId)) next.add(queueId)
      storage.set('pinned', [...next].join(' ') || undefined)
      setPinned(next)
    },
  ]
}

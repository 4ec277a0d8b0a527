import { useEffect } from 'react'
import type { ThreadStore } from './thread-store.ts'

/** Marks what is shown as read, but only while the person looks at this page. */
export function ThreadRead({ thread, last }: { thread: ThreadStore; last: number | undefined }) {
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState === 'visible') thread.markRead()
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [thread, last])
  return null
}

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { ThreadShelf } from './thread-shelf.ts'
import type { ThreadState } from './thread-state.ts'
import type { ThreadStore } from './thread-store.ts'

export const ShelfContext = createContext<ThreadShelf | undefined>(undefined)

/** @throws Error outside of a signed-in desk */
export function useShelf(): ThreadShelf {
  const shelf = useContext(ShelfContext)
  if (!shelf) throw new Error('no threads are kept here')
  return shelf
}

/** A conversation's thread, live for as long as somebody shows it. */
export function useThread(conversationId: string): { thread: ThreadStore; state: ThreadState } {
  const shelf = useShelf()
  const thread = shelf.get(conversationId)
  useEffect(() => shelf.hold(conversationId), [shelf, conversationId])
  return { thread, state: useSyncExternalStore(thread.subscribe, thread.snapshot) }
}

import { useState } from 'react'
import { createStorage } from '../../../widget/src/chat/storage.ts'

const storage = createStorage('desk')

/** Whether the context pane is open. */
export interface ContextShown {
  shown: boolean
  toggle: () => void
}

/** Beside the conversation the choice is remembered; in its place (narrow) the conversation comes first. */
export function useContextShown(wide: boolean): ContextShown {
  const [beside, setBeside] = useState(() => storage.get('context') !== 'hidden')
  const [instead, setInstead] = useState(false)
  return {
    shown: wide ? beside : instead,
    toggle: () => {
      if (!wide) return setInstead(!instead)
      storage.set('context', beside ? 'hidden' : undefined)
      setBeside(!beside)
    },
  }
}

import { useState } from 'react'

/** Whether the context pane is open; beside the conversation this is remembered, over it (narrow) it is not. */
export interface ContextShown {
  shown: boolean
  shownNarrow: boolean
  toggle: () => void
  toggleNarrow: () => void
}

const key = 'throughline:desk:context'

export function useContextShown(): ContextShown {
  const [shown, setShown] = useState(() => localStorage.getItem(key) !== 'hidden')
  const [shownNarrow, setShownNarrow] = useState(false)
  return {
    shown,
    shownNarrow,
    toggle: () => {
      localStorage.setItem(key, shown ? 'hidden' : 'shown')
      setShown(!shown)
    },
    toggleNarrow: () => setShownNarrow(!shownNarrow),
  }
}

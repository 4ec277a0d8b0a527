import { useState } from 'react'
import { createStorage } from '../../../widget/src/chat/storage.ts'

const storage = createStorage('desk:pane')

/** A pane's width between bounds, in pixels, remembered on this machine. */
export interface PaneWidth {
  width: number
  least: number
  most: number
  resize: (width: number) => void
}

/** @param name which pane */
export function usePaneWidth(name: string, usual: number, least: number, most: number): PaneWidth {
  const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)))
  const [width, setWidth] = useState(() => within(Number(storage.get(name) ?? usual) || usual))
  return {
    width,
    least,
    most,
    resize: (next) => {
      storage.set(name, String(within(next)))
      setWidth(within(next))
    },
  }
}

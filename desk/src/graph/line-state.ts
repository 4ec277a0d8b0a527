import { useSyncExternalStore } from 'react'
import type { LineState } from '../../../widget/src/live/live-topics.ts'

/** Whether live events arrive, and since when not. */
export interface Line {
  state: LineState
  sinceMs: number
}

let line: Line = { state: 'online', sinceMs: Date.now() }
const listeners = new Set<() => void>()

/** Told by the live connection. */
export function setLineState(state: LineState): void {
  if (state === line.state) return
  const stillBroken = state !== 'online' && line.state !== 'online'
  line = { state, sinceMs: stillBroken ? line.sinceMs : Date.now() }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The line as it is now. */
export const useLine = (): Line => useSyncExternalStore(subscribe, () => line)

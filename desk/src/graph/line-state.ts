import type { LineState } from '@throughline/live-client/line-state'
import { useSyncExternalStore } from 'react'
import { useGraph } from './client.ts'

/** Whether live results arrive, and since when not. */
export function useLine(): LineState {
  const { live } = useGraph()
  return useSyncExternalStore(live.onLine, () => live.line)
}

import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 1000px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Whether panes stand side by side; below 1,000 px one is shown at a time. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)

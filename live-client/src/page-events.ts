/** What a page hears about its network and itself. */
export interface PageListener {
  /** There is a network again. */
  online(): void
  /** There is none. */
  offline(): void
  /** Somebody looks at the page again; it may have slept. */
  visible(): void
}

/** Whether the browser knows that there is no network; elsewhere nobody knows. */
export const knownOffline = (): boolean => globalThis.navigator?.onLine === false

/**
 * Listens where there is a window; elsewhere (Node) nothing is ever heard.
 * @returns stops listening
 */
export function listenToPage({ online, offline, visible }: PageListener): () => void {
  if (typeof addEventListener !== 'function') return () => undefined
  const shown = () => {
    if (document.visibilityState === 'visible') visible()
  }
  addEventListener('online', online)
  addEventListener('offline', offline)
  document.addEventListener('visibilitychange', shown)
  return () => {
    removeEventListener('online', online)
    removeEventListener('offline', offline)
    document.removeEventListener('visibilitychange', shown)
  }
}

/** What to do about a connection that was closed. */
export type CloseVerdict = 'again' | 'later' | 'ask-token' | 'forbidden' | 'defect'

/**
 * Reads a WebSocket's close code (the protocol's and the router's own, router/front/README.md). Whatever is not known
 * is a broken line: 1001 and 1012 a router that restarts, 1006 the network, 4290 a reader that was too slow.
 */
export function closeVerdict(code: number): CloseVerdict {
  if (code === 4401) return 'ask-token'
  if (code === 4403) return 'forbidden'
  if (code === 4429) return 'later'
  return code === 4400 || code === 4409 ? 'defect' : 'again'
}

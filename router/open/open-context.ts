import type { RequestContext } from '../engine/transport.ts'

/** The context of a request without identity: everybody has the same rights. */
export function openContext(signal?: RequestContext['signal']): RequestContext {
  return { headers: {}, dedupeKey: 'open', requests: 0, ...(signal ? { signal } : {}) }
}

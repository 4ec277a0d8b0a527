import type { Viewer } from '#platform/identity/viewer.ts'

/** Who sent a request, and by which proof. */
export interface Caller {
  viewer: Viewer
  /** A cookie travels by itself, so it needs a same-origin check; the others are put there by the caller's own code. */
  proof: 'none' | 'cookie' | 'bearer' | 'api-key'
  /** Staff: ends with this session. */
  sessionId?: string
  /** When the proof ends. */
  expiresAt?: Date
}

export const anonymousCaller: Caller = { viewer: { kind: 'anonymous' }, proof: 'none' }

import type { Viewer } from '#platform/identity/viewer.ts'
import type { Subject } from './subject.ts'

/** Who sent a request, and by which proof. */
export interface Caller {
  viewer: Viewer
  /** A cookie travels by itself, so it needs a same-origin check; the others are put there by the caller's own code. */
  proof: 'none' | 'cookie' | 'bearer' | 'api-key'
  /** Staff with a session of ours: ends with this session, and has the roles that its account has now. */
  sessionId?: string
  /** What the proof stands on: when one of these is revoked, it ends. */
  standsOn?: readonly Subject[]
  /** When the proof ends. */
  expiresAt?: Date
}

export const anonymousCaller: Caller = { viewer: { kind: 'anonymous' }, proof: 'none' }

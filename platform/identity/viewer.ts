import { forbidden } from '../errors/forbidden.ts'
import { unauthenticated } from '../errors/unauthenticated.ts'
import type { VerifiedIdentity } from './verified-identity.ts'

export const staffRoles = ['agent', 'supervisor', 'knowledge-editor', 'analyst', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

export interface AnonymousViewer {
  kind: 'anonymous'
}
/** A person in the widget; sees this session only until verified. */
export interface VisitorViewer {
  kind: 'visitor'
  id: string
  /** Proof, not claim: what the site that embeds the widget has signed about its user. */
  verified?: VerifiedIdentity
}
export interface StaffViewer {
  kind: 'staff'
  id: string
  name: string
  roles: StaffRole[]
}
/** Another organisation's program, by API key. */
export interface PartnerViewer {
  kind: 'partner'
  id: string
  scopes: string[]
}
/** A part of the system itself: the router's topic identity, the seed, the simulator. */
export interface ServiceViewer {
  kind: 'service'
  id: string
}

/** On whose behalf a request runs, as the router proved it. */
export type Viewer = AnonymousViewer | VisitorViewer | StaffViewer | PartnerViewer | ServiceViewer

/**
 * The viewer as staff that holds one of the roles (any staff when none is named). An admin passes everywhere; so does
 * a service, which appears as an admin of its own name.
 * @throws UNAUTHENTICATED for an anonymous viewer, FORBIDDEN for any other
 */
export function requireStaff(viewer: Viewer, ...roles: StaffRole[]): StaffViewer {
  if (viewer.kind === 'service') return { kind: 'staff', id: viewer.id, name: viewer.id, roles: ['admin'] }
  if (viewer.kind === 'anonymous') throw unauthenticated()
  if (viewer.kind !== 'staff') throw forbidden({ needs: roles.length ? roles : ['staff'] })
  const allowed =
    roles.length === 0 || viewer.roles.includes('admin') || roles.some((role) => viewer.roles.includes(role))
  if (!allowed) throw forbidden({ needs: roles })
  return viewer
}

/**
 * The viewer as the visitor of a widget.
 * @throws UNAUTHENTICATED for an anonymous viewer, FORBIDDEN for any other
 */
export function requireVisitor(viewer: Viewer): VisitorViewer {
  if (viewer.kind === 'anonymous') throw unauthenticated()
  if (viewer.kind !== 'visitor') throw forbidden({ needs: ['visitor'] })
  return viewer
}

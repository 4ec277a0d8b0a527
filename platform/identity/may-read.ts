import { forbidden } from '../errors/forbidden.ts'
import { unauthenticated } from '../errors/unauthenticated.ts'
import type { Viewer } from './viewer.ts'

/** What a partner's key can open for reading. */
export type ReadScope = 'articles:read' | 'conversations:read' | 'customers:read' | 'metrics:read'

/** Whether a viewer reads all that a scope opens: staff and the system itself do, a partner whose key has it. */
export function mayRead(viewer: Viewer, scope: ReadScope): boolean {
  return (
    viewer.kind === 'staff' ||
    viewer.kind === 'service' ||
    (viewer.kind === 'partner' && viewer.scopes.includes(scope))
  )
}

/** @throws UNAUTHENTICATED for an anonymous viewer, FORBIDDEN for any other who may not read it */
export function requireReader(viewer: Viewer, scope: ReadScope): void {
  if (viewer.kind === 'anonymous') throw unauthenticated()
  if (!mayRead(viewer, scope)) throw forbidden({ needs: [scope] })
}

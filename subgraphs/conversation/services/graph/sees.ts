import { mayRead } from '#platform/identity/may-read.ts'
import type { Viewer } from '#platform/identity/viewer.ts'

/** Whether the viewer may see every conversation: staff, the parts of the system itself, partners whose key opens them. */
export function seesAll(viewer: Viewer): boolean {
  return mayRead(viewer, 'conversations:read')
}

/** The filter for conversations that the viewer may see; undefined when there are none. */
export function visibleFilter(viewer: Viewer): { visitorIds?: string } | undefined {
  if (seesAll(viewer)) return {}
  return viewer.kind === 'visitor' ? { visitorIds: viewer.id } : undefined
}

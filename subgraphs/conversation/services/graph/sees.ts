import type { Viewer } from '#platform/identity/viewer.ts'

/** Whether the viewer may see every conversation: staff, and the parts of the system itself. */
export function seesAll(viewer: Viewer): boolean {
  return viewer.kind === 'staff' || viewer.kind === 'service'
}

/** The filter for conversations that the viewer may see; undefined when there are none. */
export function visibleFilter(viewer: Viewer): { visitorIds?: string } | undefined {
  if (seesAll(viewer)) return {}
  return viewer.kind === 'visitor' ? { visitorIds: viewer.id } : undefined
}

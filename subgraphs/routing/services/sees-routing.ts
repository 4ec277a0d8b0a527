import type { Viewer } from '#platform/identity/viewer.ts'

/** Whether a viewer may see routing at all: staff see all of it; for visitors and partners it looks absent. */
export function seesRouting(viewer: Viewer): boolean {
  return viewer.kind === 'staff' || viewer.kind === 'service'
}

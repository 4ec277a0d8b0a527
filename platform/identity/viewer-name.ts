import type { Viewer } from './viewer.ts'

const known = new WeakMap<Viewer, string>()

/** Equal for viewers who are equal in everything; worked out once for each object, because requests share them. */
export function viewerName(viewer: Viewer): string {
  let name = known.get(viewer)
  if (name === undefined) known.set(viewer, (name = JSON.stringify(viewer)))
  return name
}

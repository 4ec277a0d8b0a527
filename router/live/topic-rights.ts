import type { Viewer } from '#platform/identity/viewer.ts'
import { viewerName } from '#platform/identity/viewer-name.ts'
import { liveRights } from '#platform/live/live-rights.ts'

/** Under whose name a topic is followed. */
export interface TopicRights {
  viewer: Viewer
  /** Equal for those who may see exactly the same. */
  key: string
}

/**
 * The canonical rights to a topic. What a topic without `{viewer}` shows staff depends on their roles alone, so all
 * staff with the same roles follow it together, under a name that is none of theirs: an upstream must not end, or
 * change what it shows, with the person who happened to come first. Everybody else follows for themselves.
 */
export function topicRights(viewer: Viewer, topic: string | undefined): TopicRights {
  if (viewer.kind === 'staff' && topic !== undefined && !topic.includes('{viewer}')) {
    const roles = [...viewer.roles].sort()
    const shared: Viewer = { kind: 'staff', id: 'topic', name: 'topic', roles }
    return { viewer: shared, key: liveRights(shared) }
  }
  return { viewer, key: viewerName(viewer) }
}

import type { Viewer } from '../identity/viewer.ts'

/**
 * The rights under which a viewer follows topics, in a canonical form: equal for those who may see exactly the same.
 * What a topic shows staff depends on their roles alone (a topic of one person has the person in its name); everybody
 * else follows for themselves.
 */
export function liveRights(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'staff':
      return `staff ${[...viewer.roles].sort().join(' ')}`
    case 'partner':
      return `partner ${viewer.id} ${[...viewer.scopes].sort().join(' ')}`
    case 'visitor':
    case 'service':
      return `${viewer.kind} ${viewer.id}`
    case 'anonymous':
      return 'anonymous'
  }
}

import { createHmac, hkdfSync } from 'node:crypto'
import type { Viewer } from '#platform/identity/viewer.ts'
import { BoundedCache } from '../identity/bounded-cache.ts'

/** How a viewer is called in logs: the same in all of them, and nobody can tell who it is without the key. */
export type PseudonymOf = (viewer: Viewer) => string | undefined

/** @param secret known to all routers of the deployment and to nobody else */
export function createPseudonyms(secret: string): PseudonymOf {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'throughline access log', 32))
  const known = new BoundedCache<string>(10_000)
  return (viewer) => {
    if (viewer.kind === 'anonymous') return undefined
    const name = `${viewer.kind} ${viewer.id}`
    let pseudonym = known.get(name)
    if (pseudonym === undefined) {
      pseudonym = createHmac('sha256', key).update(name).digest('base64url').slice(0, 16)
      known.set(name, pseudonym)
    }
    return pseudonym
  }
}

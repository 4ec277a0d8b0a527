import { BoundedCache } from '../bounded-cache.ts'
import type { IdentityContext } from '../identity-context.ts'
import type { Revocations } from '../revocations.ts'
import { idOf } from '../subject.ts'
import { VisitRevocations } from './visit-revocations.ts'

/** A visit that was ended elsewhere and of which we were not told is refused after this at the latest. */
const maxAgeMs = 3_000

/** Knows which visits their visitors have ended; asks the store at most once in three seconds for each. */
export interface VisitDirectory {
  hasEnded(visitId: string): Promise<boolean>
  /** Ends a visit in all routers. @param heldUntil when its last token would have expired */
  end(visitId: string, heldUntil: Date): Promise<void>
}

export function createVisitDirectory(ctx: IdentityContext, revocations: Revocations): VisitDirectory {
  const known = new BoundedCache<Promise<boolean>>(50_000, maxAgeMs)
  revocations.onRevoked((subject) => {
    if (subject.startsWith('visit:')) known.set(idOf(subject), Promise.resolve(true))
  })
  return {
    hasEnded(visitId) {
      let ended = known.get(visitId)
      if (!ended) {
        ended = VisitRevocations(ctx.db)
          .exists({ _id: visitId })
          .then((row) => row !== null)
        known.set(visitId, ended)
        ended.catch(() => known.delete(visitId))
      }
      return ended
    },

    async end(visitId, heldUntil) {
      await VisitRevocations(ctx.db).updateOne(
        { _id: visitId },
        { $setOnInsert: { revokedAt: ctx.now() }, $max: { expiresAt: heldUntil } },
        { upsert: true },
      )
      await revocations.revoke(`visit:${visitId}`)
    },
  }
}

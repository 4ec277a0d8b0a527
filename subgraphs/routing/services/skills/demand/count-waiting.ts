import type { ServiceContext } from '#platform/service/service-context.ts'
import type { WaitingTally } from '../../../models/demand-count.ts'
import { WorkItems, waitingStatuses } from '../../../models/work-item.ts'
import { type AskedFor, type Needs, needsOf } from './needs-of.ts'

/** Contacts that wait at this moment, by skill and proficiency. */
export async function countWaiting(ctx: ServiceContext, needs: Needs): Promise<WaitingTally[]> {
  const rows = await WorkItems(ctx.db).aggregate<{ _id: AskedFor; count: number }>([
    { $match: { status: { $in: [...waitingStatuses] } } },
    {
      $group: {
        _id: { queueId: '$queueId', language: '$language' },
        count: { $sum: 1 },
      },
    },
  ])
  const waiting = new Map<string, WaitingTally>()
  for (const { _id: asked, count } of rows) {
    for (const [skillId, level] of needsOf(asked, needs)) {
      const key = JSON.stringify([skillId, level])
      waiting.set(key, { skillId, level, count: count + (waiting.get(key)?.count ?? 0) })
    }
  }
  return [...waiting.values()]
}

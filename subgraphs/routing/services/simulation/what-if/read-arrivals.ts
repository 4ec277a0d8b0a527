import { leastIdAt } from '#platform/ids/least-id-at.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { simulationTooLarge } from '../../../errors.ts'
import { WorkItems } from '../../../models/work-item.ts'
import type { RecordedWindow } from './recorded-window.ts'

/** What came to a queue in the window. */
export interface RecordedArrivals {
  queueId: string
  mediaType: MediaType
  contacts: number
  /** By hour of the simulated day, summed over the days. */
  byHour: number[]
  /** How many left before they were answered. */
  abandoned: number
  /** How long all of them waited together. */
  waitedMs: number
}

/** Contacts that are read for one baseline at most. */
const maxContacts = 300_000
const hourMs = 3_600_000

/**
 * Counts the contacts of the window by queue, kind and hour, by the range of their ids.
 * @throws SIMULATION_TOO_LARGE when there were more than a baseline may read
 */
export async function readArrivals(ctx: ServiceContext, window: RecordedWindow): Promise<RecordedArrivals[]> {
  const { since, until, hours } = window
  const rows = await WorkItems(ctx.db)
    .aggregate<{
      _id: { queueId: string; mediaType: MediaType; hour: number }
      contacts: number
      abandoned: number
      waitedMs: number
    }>([
      { $match: { _id: { $gte: leastIdAt(since), $lt: leastIdAt(until) } } },
      { $limit: maxContacts + 1 },
      {
        $project: {
          queueId: 1,
          mediaType: 1,
          hour: { $mod: [{ $floor: { $divide: [{ $subtract: ['$queuedAt', since] }, hourMs] } }, hours] },
          abandoned: { $and: [{ $eq: ['$status', 'CANCELED'] }, { $not: ['$answeredAt'] }] },
          waitedMs: {
            $max: [0, { $subtract: [{ $ifNull: ['$answeredAt', '$closedAt', until] }, '$queuedAt'] }],
          },
        },
      },
      {
        $group: {
          _id: { queueId: '$queueId', mediaType: '$mediaType', hour: '$hour' },
          contacts: { $sum: 1 },
          abandoned: { $sum: { $cond: ['$abandoned', 1, 0] } },
          waitedMs: { $sum: '$waitedMs' },
        },
      },
    ])
    .option({ maxTimeMS: 5_000 })
  const total = rows.reduce((sum, row) => sum + row.contacts, 0)
  if (total > maxContacts) throw simulationTooLarge({ what: 'contacts in that time', limit: maxContacts })
  const found = new Map<string, RecordedArrivals>()
  for (const { _id, contacts, abandoned, waitedMs } of rows) {
    const { queueId, mediaType, hour } = _id
    const key = `${queueId}/${mediaType}`
    const one = found.get(key) ?? {
      queueId,
      mediaType,
      contacts: 0,
      byHour: Array.from({ length: hours }, () => 0),
      abandoned: 0,
      waitedMs: 0,
    }
    one.contacts += contacts
    one.abandoned += abandoned
    one.waitedMs += waitedMs
    // A clock that was set back may have queued it before the window.
    const at = Math.min(hours - 1, Math.max(0, hour))
    one.byHour[at] = (one.byHour[at] ?? 0) + contacts
    found.set(key, one)
  }
  return [...found.values()].sort(
    (a, b) =>
      (a.queueId < b.queueId ? -1 : a.queueId > b.queueId ? 1 : 0) || (a.mediaType < b.mediaType ? -1 : 1),
  )
}

import { leastIdAt } from '#platform/ids/least-id-at.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { Reservations } from '../../../models/reservation.ts'
import type { RecordedWindow } from './recorded-window.ts'

/** How long contacts of a kind in a queue took their agents, after-contact work included. */
export interface RecordedHandling {
  queueId: string
  mediaType: MediaType
  finished: number
  meanMs: number
  deviationMs: number
  /** From the offer to the answer. */
  answerMs: number
}

const maxReservations = 300_000

/** Averages the finished reservations of the window. */
export async function readHandling(
  ctx: ServiceContext,
  { since, until }: RecordedWindow,
): Promise<RecordedHandling[]> {
  const rows = await Reservations(ctx.db)
    .aggregate<
      Omit<RecordedHandling, 'queueId' | 'mediaType'> & { _id: { queueId: string; mediaType: MediaType } }
    >([
      { $match: { _id: { $gte: leastIdAt(since), $lt: leastIdAt(until) } } },
      { $limit: maxReservations },
      { $match: { status: 'COMPLETED', decidedAt: { $type: 'date' }, closedAt: { $type: 'date' } } },
      {
        $group: {
          _id: { queueId: '$queueId', mediaType: '$mediaType' },
          finished: { $sum: 1 },
          meanMs: { $avg: { $subtract: ['$closedAt', '$decidedAt'] } },
          deviationMs: { $stdDevPop: { $subtract: ['$closedAt', '$decidedAt'] } },
          answerMs: { $avg: { $max: [0, { $subtract: ['$decidedAt', '$createdAt'] }] } },
        },
      },
    ])
    .option({ maxTimeMS: 5_000 })
  return rows.map(({ _id, ...figures }) => ({ ..._id, ...figures }))
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ReservationRecord, Reservations } from '../../../subgraphs/routing/models/reservation.ts'

/** Reservations as they become durable, as another process learns of them. */
export interface WatchedReservations {
  /** When each session's first reservation was seen. */
  readonly seenAtMs: ReadonlyMap<string, number>
  close(): Promise<void>
}

/** Follows the store's own change stream, which tells of what the majority has. */
export async function watchReservations(ctx: ServiceContext): Promise<WatchedReservations> {
  const seenAtMs = new Map<string, number>()
  const stream = Reservations(ctx.db).collection.watch<ReservationRecord>(
    [
      { $match: { operationType: 'insert' } },
      { $project: { operationType: 1, 'fullDocument.sessionId': 1 } },
    ],
    { maxAwaitTimeMS: 50, batchSize: 1_000 },
  )
  stream.on('change', (change) => {
    if (change.operationType !== 'insert') return
    const { sessionId } = change.fullDocument
    if (!seenAtMs.has(sessionId)) seenAtMs.set(sessionId, performance.now())
  })
  // The stream stands once its cursor does.
  await new Promise<void>((resolve, reject) => {
    stream.once('resumeTokenChanged', () => resolve())
    stream.once('error', reject)
  })
  return { seenAtMs, close: () => stream.close() }
}

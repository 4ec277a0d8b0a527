import { newId } from '#platform/ids/new-id.ts'
import type { Migration } from '#platform/store/migrations.ts'
import { RoutingLog, type RoutingLogRecord } from '../models/routing-log.ts'
import { WorkItems } from '../models/work-item.ts'

/** What stood in the work item itself before there was a log. */
interface EmbeddedDecision {
  at: Date
  kind: 'QUEUED' | 'OFFERED' | 'ACCEPTED' | 'REQUEUED' | 'ANSWERED' | 'CLOSED'
  agentId?: string
  reason: string
}

const batchSize = 500

/**
 * Moves the decisions that work items embedded into the log, and gives each item a version. A batch is one transaction,
 * so a crash in the middle leaves each item either as it was or moved.
 */
export const routingLog: Migration = {
  number: 2,
  name: 'decisions move from their work items into the routing log',
  async up(ctx) {
    for (;;) {
      const moved = await ctx.transaction(async (session) => {
        const items = await WorkItems(ctx.db)
          .collection.find<{ _id: string; queueId: string; decisions?: EmbeddedDecision[] }>(
            { version: { $exists: false } },
            { session, projection: { queueId: 1, decisions: 1 }, limit: batchSize },
          )
          .toArray()
        if (items.length === 0) return 0
        const entries = items.flatMap(({ _id: workItemId, queueId, decisions = [] }) =>
          decisions.map((decision): RoutingLogRecord => ({ _id: newId(), workItemId, queueId, ...decision })),
        )
        if (entries.length > 0) await RoutingLog(ctx.db).insertMany(entries, { session, lean: true })
        await WorkItems(ctx.db).collection.updateMany(
          { _id: { $in: items.map(({ _id }) => _id) as never[] } },
          [
            { $set: { version: { $max: [1, { $size: { $ifNull: ['$decisions', []] } }] } } },
            { $unset: 'decisions' },
          ],
          { session },
        )
        return items.length
      })
      if (moved === 0) return
    }
  },
}

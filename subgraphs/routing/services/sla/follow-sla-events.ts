import type { LiveEvent } from '#platform/live/live-event.ts'
import type { RoutingContext } from '../../context.ts'
import { type AppliedSlaRecord, AppliedSlas } from '../../models/applied-sla.ts'
import { type SlaEventRecord, SlaEvents } from '../../models/sla-event.ts'
import { SlaTopics } from '../../models/sla-topic.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { rowsById } from '../rows-by-id.ts'
import { slaTopic } from './sla-topics.ts'
import { sequenceOf } from './sla-sequence.ts'

/** An SLA event with its clock and contact as they stood when it was read. */
export interface FollowedSlaEvent extends SlaEventRecord {
  clock?: AppliedSlaRecord
  item?: WorkItemRecord
}

/**
 * Every SLA event behind the cursor, once and in order, and then those to come. What they are about is read for many of
 * them at once: a reading for each would bound how many a second a follower can hear of.
 */
export function followSlaEvents(
  ctx: RoutingContext,
  after: string | null | undefined,
): AsyncIterableIterator<LiveEvent<FollowedSlaEvent>> {
  return ctx.live.events(slaTopic, {
    after,
    viewer: ctx.viewer,
    head: async () => (await SlaTopics(ctx.db).findById(slaTopic).lean())?.head ?? 0,
    async read(behind, limit) {
      const rows = await SlaEvents(ctx.db)
        .find({ sequence: { $gt: behind } })
        .sort({ sequence: 1 })
        .limit(limit)
        .lean()
      const [clocks, items] = await Promise.all([
        rowsById(ctx, AppliedSlas, [...new Set(rows.map(({ appliedSlaId }) => appliedSlaId))]),
        rowsById(ctx, WorkItems, [...new Set(rows.map(({ workItemId }) => workItemId))]),
      ])
      return rows.map((row) => ({
        sequence: sequenceOf(row),
        value: { ...row, clock: clocks.get(row.appliedSlaId), item: items.get(row.workItemId) },
      }))
    },
  })
}

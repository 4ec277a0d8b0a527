import type { LiveEvent } from '#platform/live/live-event.ts'
import type { RoutingContext } from '../../context.ts'
import { type SlaEventRecord, SlaEvents } from '../../models/sla-event.ts'
import { SlaTopics } from '../../models/sla-topic.ts'
import { slaTopic } from './record-sla-events.ts'
import { sequenceOf } from './sla-sequence.ts'

/** Every SLA event behind the cursor, once and in order, and then those to come. */
export function followSlaEvents(
  ctx: RoutingContext,
  after: string | null | undefined,
): AsyncIterableIterator<LiveEvent<SlaEventRecord>> {
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
      return rows.map((value) => ({ sequence: sequenceOf(value), value }))
    },
  })
}

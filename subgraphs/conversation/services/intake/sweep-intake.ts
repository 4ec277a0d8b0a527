import type { ConversationService } from '../../context.ts'
import { type Lane, RawPayloads } from '../../models/raw-payload.ts'
import { laneWork } from './lane-work.ts'

const maxPayloads = 5_000

/**
 * Tells the lanes of payloads that have waited for too long: the process died between storing and telling, or the
 * queue was away.
 * @returns how many shards were told
 */
export async function sweepIntake(ctx: ConversationService): Promise<number> {
  const before = new Date(ctx.now().getTime() - ctx.config.SWEEP_AFTER_MS)
  const shards = await RawPayloads(ctx.db).aggregate<{ _id: { lane: Lane; shard: number } }>([
    { $match: { state: 'PENDING', receivedAt: { $lt: before } } },
    { $sort: { receivedAt: 1 } },
    { $limit: maxPayloads },
    { $project: { lane: 1, parts: 1 } },
    { $unwind: '$parts' },
    { $match: { 'parts.state': 'PENDING' } },
    { $group: { _id: { lane: '$lane', shard: '$parts.shard' } } },
  ])
  for (const { _id } of shards) await ctx.enqueue(laneWork[_id.lane], { shard: _id.shard })
  return shards.length
}

import type { ConversationService } from '../../context.ts'
import { type RawPayload, RawPayloads } from '../../models/raw-payload.ts'
import { laneWork } from './lane-work.ts'
import { settlePart } from './settle-part.ts'

/** Puts a part that was given up back into its lane. @throws Error when the payload has been purged meanwhile */
export async function replayPayload(
  ctx: ConversationService,
  { payloadId, key }: { payloadId: string; key: string },
): Promise<void> {
  const payload = await RawPayloads(ctx.db).findById(payloadId, { lane: 1, parts: 1 }).lean<RawPayload>()
  const part = payload?.parts.find((candidate) => candidate.key === key)
  if (!payload || !part) throw new Error('the payload is gone: its time had run out')
  if (part.state === 'DEAD')
    await settlePart(ctx, { payloadId, key }, { state: 'PENDING', attempts: 'reset' })
  await ctx.enqueue(laneWork[payload.lane], { shard: part.shard })
}

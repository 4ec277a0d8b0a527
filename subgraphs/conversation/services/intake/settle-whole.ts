import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { RawPayloads } from '../../models/raw-payload.ts'

/** Settles payloads of a single part whose work is done, all by one statement: by far the most are such. */
export async function settleWhole(
  ctx: ConversationService,
  payloadIds: readonly string[],
  tx: ClientSession,
): Promise<void> {
  if (payloadIds.length === 0) return
  const purgeAt = new Date(ctx.now().getTime() + ctx.config.RAW_PAYLOAD_HOURS * 3_600_000)
  await RawPayloads(ctx.db).collection.updateMany(
    { _id: { $in: [...payloadIds] } } as object,
    {
      $set: {
        state: 'DONE',
        purgeAt,
        'parts.0.state': 'DONE',
        'parts.0.reason': null,
        'parts.0.retryAt': null,
      },
    },
    { session: tx },
  )
}

import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { type PayloadState, RawPayloads } from '../../models/raw-payload.ts'

export interface PartSettlement {
  state: PayloadState
  reason?: string
  /** For PENDING after a failure: not before. */
  retryAt?: Date
  /** Tries to count; `reset` begins anew. */
  attempts?: 1 | 'reset'
}

/** Writes what became of one part; the payload's own state and its time to go follow in the same statement. */
export async function settlePart(
  ctx: ConversationService,
  { payloadId, key }: { payloadId: string; key: string },
  { state, reason, retryAt, attempts }: PartSettlement,
  tx?: ClientSession,
): Promise<void> {
  const now = ctx.now().getTime()
  const doneAt = new Date(now + ctx.config.RAW_PAYLOAD_HOURS * 3_600_000)
  const deadAt = new Date(now + ctx.config.DEAD_PAYLOAD_DAYS * 86_400_000)
  const change = {
    // Texts from outside are literals: a `$` at their beginning must not be read as an expression.
    state,
    reason: { $literal: reason ?? null },
    retryAt: retryAt ?? null,
    attempts: attempts === 'reset' ? 0 : { $add: ['$$part.attempts', attempts ?? 0] },
  }
  const some = (wanted: PayloadState) => ({ $in: [wanted, '$parts.state'] })
  await RawPayloads(ctx.db).updateOne(
    { _id: payloadId },
    [
      {
        $set: {
          parts: {
            $map: {
              input: '$parts',
              as: 'part',
              in: {
                $cond: [
                  { $eq: ['$$part.key', { $literal: key }] },
                  { $mergeObjects: ['$$part', change] },
                  '$$part',
                ],
              },
            },
          },
        },
      },
      {
        $set: {
          state: {
            $switch: {
              branches: [
                { case: some('PENDING'), then: 'PENDING' },
                { case: some('DEAD'), then: 'DEAD' },
                { case: some('DONE'), then: 'DONE' },
              ],
              default: 'IGNORED',
            },
          },
        },
      },
      {
        $set: {
          purgeAt: {
            $switch: {
              branches: [
                { case: { $eq: ['$state', 'PENDING'] }, then: null },
                { case: { $eq: ['$state', 'DEAD'] }, then: deadAt },
              ],
              default: doneAt,
            },
          },
        },
      },
    ],
    { updatePipeline: true, ...(tx ? { session: tx } : {}) },
  )
}

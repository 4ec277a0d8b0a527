import { keepDeadLetter } from '#platform/events/dead-letters.ts'
import { jobQueueName } from '#platform/queues/queues.ts'
import type { ConversationService } from '../../context.ts'
import { UnreadablePayload } from './apply-parts.ts'
import type { Unit } from './drain-shard.ts'
import { payloadReplay } from './payload-replay.ts'
import { retryAfter } from './retry-after.ts'
import { settlePart } from './settle-part.ts'

/**
 * A part has failed: it is tried again, or kept as a dead letter with its reason.
 * @returns when it may be tried again; undefined when it was given up
 */
export async function failPart(
  ctx: ConversationService,
  { payload, part }: Unit,
  error: unknown,
): Promise<Date | undefined> {
  const place = { payloadId: payload._id, key: part.key }
  const attempts = part.attempts + 1
  const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
  const giveUp = error instanceof UnreadablePayload || attempts >= ctx.config.INTAKE_ATTEMPTS
  ctx.log.warn(
    { err: error, payloadId: payload._id, channel: payload.channel, attempts, giveUp },
    'an inbound payload failed',
  )
  if (!giveUp) {
    const retryAt = retryAfter(ctx, part.attempts)
    await settlePart(ctx, place, { state: 'PENDING', reason, retryAt, attempts: 1 })
    return retryAt
  }
  // First the letter, then the state: dying in between gives the same letter again.
  await keepDeadLetter(ctx, {
    kind: 'JOB',
    source: payloadReplay.name,
    queue: jobQueueName(ctx.name, payloadReplay.name),
    data: { ...place, account: `${payload.channel}:${payload.account}` },
    key: `inbound/${payload._id}/${part.key}`,
    attempts,
    error,
  })
  await settlePart(ctx, place, { state: 'DEAD', reason, attempts: 1 })
  return undefined
}

import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { transact } from '../line/transact.ts'
import { applyParts } from './apply-parts.ts'
import type { Unit } from './drain-shard.ts'
import { failPart } from './fail-part.ts'
import { retryAfter } from './retry-after.ts'
import { settlePart } from './settle-part.ts'
import { settleWhole } from './settle-whole.ts'

/**
 * Commits parts in one transaction; when that fails, each on its own, so that a poisoned one spoils no other.
 * @returns keys that have to wait, and until when
 */
export async function commitParts(
  ctx: ConversationService,
  units: readonly Unit[],
): Promise<Map<string, Date>> {
  if (units.length === 0) return new Map()
  if (units.length > 1) {
    try {
      return await transact(ctx, (tx) => applyAll(ctx, units, tx))
    } catch (err) {
      ctx.log.debug({ err, parts: units.length }, 'a batch has failed; its parts are tried one by one')
    }
  }
  const waiting = new Map<string, Date>()
  for (const unit of units) {
    if (waiting.has(unit.part.key)) continue
    try {
      const later = await transact(ctx, (tx) => applyAll(ctx, [unit], tx))
      for (const [key, retryAt] of later) waiting.set(key, retryAt)
    } catch (error) {
      const retryAt = await failPart(ctx, unit, error)
      if (retryAt) waiting.set(unit.part.key, retryAt)
    }
  }
  return waiting
}

async function applyAll(
  ctx: ConversationService,
  units: readonly Unit[],
  tx: ClientSession,
): Promise<Map<string, Date>> {
  const waiting = new Map<string, Date>()
  const whole: string[] = []
  for (const [{ payload, part }, outcome] of await applyParts(ctx, units, tx)) {
    const place = { payloadId: payload._id, key: part.key }
    if (outcome.state === 'DONE' && payload.parts.length === 1) {
      whole.push(payload._id)
    } else if (outcome.state !== 'later') {
      await settlePart(ctx, place, outcome, tx)
    } else if (part.attempts + 1 >= ctx.config.INTAKE_ATTEMPTS) {
      await settlePart(ctx, place, { state: 'IGNORED', reason: outcome.reason, attempts: 1 }, tx)
    } else {
      const retryAt = retryAfter(ctx, part.attempts)
      await settlePart(ctx, place, { state: 'PENDING', reason: outcome.reason, retryAt, attempts: 1 }, tx)
      waiting.set(part.key, retryAt)
    }
  }
  await settleWhole(ctx, whole, tx)
  return waiting
}

import type { ConversationService } from '../../context.ts'
import { type Lane, type PayloadPart, type RawPayload, RawPayloads } from '../../models/raw-payload.ts'
import { commitParts } from './commit-parts.ts'
import { laneWork } from './lane-work.ts'

/** A part of a payload that is to be worked off. */
export interface Unit {
  payload: RawPayload
  part: PayloadPart
}

/** After so many batches the job ends and is put in line again, so that no shard holds a worker for ever. */
const maxRounds = 100

/**
 * Works off one shard of a lane, oldest first, in batches that are one transaction each. A part that fails holds up
 * its key, not its shard: later parts of the same key wait until it has been settled.
 */
export async function drainShard(ctx: ConversationService, lane: Lane, shard: number): Promise<void> {
  const waiting = new Map<string, Date>()
  for (let round = 0; round < maxRounds; round++) {
    const units = await pendingUnits(ctx, lane, shard, [...waiting.keys()])
    if (units.length === 0) return wakeFor(ctx, lane, shard, waiting)
    const ready: Unit[] = []
    for (const unit of units) {
      const { key, retryAt } = unit.part
      if (waiting.has(key)) continue
      if (retryAt && retryAt > ctx.now()) waiting.set(key, retryAt)
      else ready.push(unit)
    }
    for (const [key, retryAt] of await commitParts(ctx, ready)) waiting.set(key, retryAt)
  }
  await ctx.enqueue(laneWork[lane], { shard })
}

async function pendingUnits(
  ctx: ConversationService,
  lane: Lane,
  shard: number,
  waitingKeys: string[],
): Promise<Unit[]> {
  const payloads = await RawPayloads(ctx.db)
    .find({
      lane,
      state: 'PENDING',
      parts: { $elemMatch: { shard, state: 'PENDING', key: { $nin: waitingKeys } } },
    })
    .sort({ _id: 1 })
    .limit(ctx.config.INTAKE_BATCH)
    .lean<RawPayload[]>()
  return payloads.flatMap((payload) =>
    payload.parts
      .filter((part) => part.shard === shard && part.state === 'PENDING' && !waitingKeys.includes(part.key))
      .map((part) => ({ payload, part })),
  )
}

async function wakeFor(
  ctx: ConversationService,
  lane: Lane,
  shard: number,
  waiting: ReadonlyMap<string, Date>,
): Promise<void> {
  const [first] = [...waiting.values()].sort((a, b) => a.getTime() - b.getTime())
  if (first) await ctx.enqueue(laneWork[lane], { shard }, { runAt: first })
}

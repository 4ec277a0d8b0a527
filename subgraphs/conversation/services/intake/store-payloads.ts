import mongoose from 'mongoose'
import { createInGroups } from '#platform/waiting/in-groups.ts'
import type { ConversationService } from '../../context.ts'
import { type Lane, lanes, type RawPayload, RawPayloads } from '../../models/raw-payload.ts'
import { laneWork } from './lane-work.ts'

/** Payloads of one insert at most. */
const maxSize = 100
const duplicateKey = 11_000

type Stored = 'accepted' | 'duplicate'

/**
 * Makes payloads durable, those that come at the same time by one insert, and tells their lanes. Each lane has groups
 * of its own: no call waits for an insert of social messages.
 */
export function createPayloadStore(ctx: ConversationService): (payload: RawPayload) => Promise<Stored> {
  const groups = Object.fromEntries(
    lanes.map((lane) => [
      lane,
      createInGroups<RawPayload, Stored>({
        maxSize,
        keyOf: ({ channel, account, sourceId }) => `${channel}:${account}:${sourceId}`,
        run: (payloads) => store(ctx, lane, payloads),
      }),
    ]),
  ) as Record<Lane, (payload: RawPayload) => Promise<Stored>>
  return (payload) => groups[payload.lane](payload)
}

async function store(
  ctx: ConversationService,
  lane: Lane,
  payloads: readonly RawPayload[],
): Promise<Array<PromiseSettledResult<Stored>>> {
  const refused = await insert(ctx, payloads)
  const kept = payloads.filter((_, at) => !refused.has(at))
  tellLane(ctx, lane, kept)
  return payloads.map((_, at): PromiseSettledResult<Stored> => {
    const error = refused.get(at)
    if (!error) return { status: 'fulfilled', value: 'accepted' }
    if (error.code === duplicateKey) return { status: 'fulfilled', value: 'duplicate' }
    return { status: 'rejected', reason: error }
  })
}

/** @returns of those that were not inserted, by their place: why */
async function insert(
  ctx: ConversationService,
  payloads: readonly RawPayload[],
): Promise<Map<number, { code: number }>> {
  try {
    await RawPayloads(ctx.db).collection.insertMany(payloads as never[], { ordered: false })
    return new Map()
  } catch (error) {
    // Without a durable majority nothing may be acknowledged, whatever was inserted.
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || error.result.getWriteConcernError())
      throw error
    const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
    return new Map(errors.map(({ index, code }) => [index, { code }]))
  }
}

/** Not awaited: the payloads are safe, and a queue that is away must not hold up the provider. The sweeper finds them. */
function tellLane(ctx: ConversationService, lane: Lane, payloads: readonly RawPayload[]): void {
  const parts = payloads.flatMap((payload) => payload.parts).filter(({ state }) => state === 'PENDING')
  for (const shard of new Set(parts.map((part) => part.shard))) {
    ctx.enqueue(laneWork[lane], { shard }).catch((err: unknown) => {
      ctx.log.warn({ err, lane, shard }, 'payloads wait for the sweeper: their lane could not be told')
    })
  }
}

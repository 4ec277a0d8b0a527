import { defineJob } from '#platform/jobs/define-job.ts'
import type { ConversationService } from '../context.ts'
import { type Lane, lanes } from '../models/raw-payload.ts'
import { drainShard } from '../services/intake/drain-shard.ts'
import { laneWork } from '../services/intake/lane-work.ts'

/**
 * Shards of one lane that a process works on at the same time. Fewer where nobody waits on the line: each of their
 * transactions holds fifty messages, and what many of them want of the store at once a call would wait for.
 */
const concurrency: Readonly<Record<Lane, number>> = { voice: 8, chat: 4, social: 2, mail: 1 }

/** A queue for each lane: a burst of social messages fills its own and holds up no call. */
export const drainLanes = lanes.map((lane) =>
  defineJob({
    ...laneWork[lane],
    concurrency: concurrency[lane],
    run: (ctx: ConversationService, { shard }) => drainShard(ctx, lane, shard),
  }),
)

import { defineJob } from '#platform/jobs/define-job.ts'
import type { ConversationService } from '../context.ts'
import { lanes } from '../models/raw-payload.ts'
import { drainShard } from '../services/intake/drain-shard.ts'
import { laneWork } from '../services/intake/lane-work.ts'

/** Shards of one lane that a process works on at the same time. */
const concurrency = 4

/** A queue for each lane: a burst of social messages fills its own and holds up no call. */
export const drainLanes = lanes.map((lane) =>
  defineJob({
    ...laneWork[lane],
    concurrency,
    run: (ctx: ConversationService, { shard }) => drainShard(ctx, lane, shard),
  }),
)

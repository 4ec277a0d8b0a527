import { defineConsumer } from '#platform/events/consume.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import { enqueueWork } from '../services/work/enqueue-work.ts'

export const onWorkRequested = defineConsumer({
  event: workRequested,
  runBatch: (ctx, envelopes, session) => enqueueWork(ctx, envelopes, session),
})

import { defineJob } from '#platform/jobs/define-job.ts'
import type { ConversationService } from '../context.ts'
import { payloadReplay } from '../services/intake/payload-replay.ts'
import { replayPayload } from '../services/intake/replay-payload.ts'

export const replayPayloadJob = defineJob({
  ...payloadReplay,
  run: (ctx: ConversationService, place) => replayPayload(ctx, place),
})

import { defineJob } from '#platform/jobs/define-job.ts'
import type { ConversationService } from '../context.ts'
import { connectCall } from '../services/outbound/connect-call.ts'
import { connectWork } from '../services/outbound/delivery-work.ts'

export const connectCallJob = defineJob({
  ...connectWork,
  concurrency: 16,
  run: (ctx: ConversationService, call) => connectCall(ctx, call),
})

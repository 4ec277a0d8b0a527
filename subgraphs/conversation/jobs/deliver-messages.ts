import { defineJob } from '#platform/jobs/define-job.ts'
import type { ConversationService } from '../context.ts'
import { deliverMessages } from '../services/outbound/deliver-messages.ts'
import { deliveryWork } from '../services/outbound/delivery-work.ts'

/** Mostly waiting for providers, so many at once. */
export const deliverMessagesJob = defineJob({
  ...deliveryWork,
  concurrency: 32,
  run: (ctx: ConversationService, { sessionId }) => deliverMessages(ctx, sessionId),
})

import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'

const deliverPayload = z.object({ sessionId: z.string() })

/** Sends what waits in one session, in order; one job for each session. */
export const deliveryWork: JobReference<typeof deliverPayload> = {
  name: 'deliver-messages',
  payload: deliverPayload,
  key: ({ sessionId }) => sessionId,
  attempts: 12,
}

const connectPayload = z.object({ sessionId: z.string(), agentId: z.string() })

/** Has the switchboard connect a call with the agent who took it. */
export const connectWork: JobReference<typeof connectPayload> = {
  name: 'connect-call',
  payload: connectPayload,
  key: ({ sessionId, agentId }) => `${sessionId}/${agentId}`,
  attempts: 5,
}

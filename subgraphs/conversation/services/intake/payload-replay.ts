import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'

const payload = z.object({ payloadId: z.string(), key: z.string(), account: z.string() })

/** What a dead letter of an inbound payload puts back to work. */
export const payloadReplay: JobReference<typeof payload> = {
  name: 'replay-payload',
  payload,
  key: ({ payloadId, key }) => `${payloadId}/${key}`,
}

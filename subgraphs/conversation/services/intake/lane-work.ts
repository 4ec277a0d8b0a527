import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'
import { type Lane, lanes } from '../../models/raw-payload.ts'
import type { MediaType } from '../../models/session.ts'

const laneOfMediaType = { VOICE: 'voice', CHAT: 'chat', SOCIAL: 'social', EMAIL: 'mail' } as const

/** The lane in which a kind of contact travels. */
export function laneOf(mediaType: MediaType): Lane {
  return laneOfMediaType[mediaType]
}

/** The shard of a key: equal keys always meet in the same one. */
export function shardOf(key: string, shards: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % shards
}

const payload = z.object({ shard: z.number().int().min(0) })

function reference(lane: Lane): JobReference<typeof payload> {
  return { name: `intake-${lane}`, payload, key: ({ shard }) => String(shard), attempts: 12 }
}

/** One queue for each lane, one job for each shard of it: at most one works and one waits. */
export const laneWork = Object.fromEntries(lanes.map((lane) => [lane, reference(lane)])) as Record<
  Lane,
  JobReference<typeof payload>
>

import type { ClientSession, Connection } from 'mongoose'
import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { aboutStoreMs } from '../store-clock.ts'
import { beginningOf, bucketOf } from './wake-buckets.ts'

const payload = z.object({ bucket: z.number().int() })

/** The job that does what has come due in a bucket of time. One waits for each bucket. */
export const wakeReference: JobReference<typeof payload> = {
  name: 'wake',
  payload,
  key: ({ bucket }) => String(bucket),
}

/** The buckets ahead that this process has had a job made for. */
const armed = new WeakMap<Connection, Set<number>>()
const maxRemembered = 100_000

/**
 * Has somebody look when an instant comes, after the session's commit. Ten thousand instants of one second are twenty
 * jobs. It waits for nothing: the instant is in the store, and the sweeper finds what no job woke for.
 * @param at an instant that is written in the store; nothing when there is none
 */
export function armWake(ctx: ServiceContext, at: Date | undefined, session: ClientSession): void {
  if (at) ctx.afterCommit(session, () => void armBucket(ctx, bucketOf(at)))
}

/** Has the bucket's job made, unless this process has done so. What fails is left to the sweeper. */
export async function armBucket(
  ctx: ServiceContext,
  bucket: number,
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  let buckets = armed.get(ctx.db)
  if (!buckets) armed.set(ctx.db, (buckets = new Set()))
  // By the store's clock, which decides; a machine whose own clock is wrong waits as long as any other.
  const delayMs = beginningOf(bucket + 1).getTime() - aboutStoreMs(ctx)
  if (buckets.has(bucket) && delayMs > 0 && !again) return
  if (buckets.size >= maxRemembered) buckets.clear()
  buckets.add(bucket)
  try {
    await ctx.enqueue(wakeReference, { bucket }, { delayMs: Math.max(0, delayMs) })
  } catch (err) {
    buckets.delete(bucket)
    ctx.log.warn({ err }, 'a wake could not be armed; the sweeper makes up for it')
  }
}

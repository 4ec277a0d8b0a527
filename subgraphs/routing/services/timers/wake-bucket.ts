import type { ServiceContext } from '#platform/service/service-context.ts'
import { storeClock } from '../store-clock.ts'
import { armBucket } from './arm-wake.ts'
import { doDue } from './do-due.ts'
import { beginningOf } from './wake-buckets.ts'

/** Does what is due in a bucket, because its job woke; too early by the store's clock, it has itself woken again. */
export async function wakeBucket(ctx: ServiceContext, bucket: number): Promise<void> {
  const end = beginningOf(bucket + 1)
  if ((await storeClock(ctx)) < end) return armBucket(ctx, bucket, { again: true })
  await doDue(ctx, beginningOf(bucket), end)
}

/**
 * Instants are woken for by buckets of this length, one job for all that fall into one; a bucket's job runs at its end,
 * so it makes an instant this much late at most, and nothing early.
 */
export const bucketMs = 50

/** The bucket of an instant. */
export function bucketOf(at: Date): number {
  return Math.floor(at.getTime() / bucketMs)
}

/** When a bucket begins; the next one's beginning is its end. */
export function beginningOf(bucket: number): Date {
  return new Date(bucket * bucketMs)
}

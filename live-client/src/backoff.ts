import type { LiveTimings } from './timings.ts'

/**
 * How long to wait before the given attempt, in milliseconds: anything up to a ceiling that doubles each time ("full
 * jitter"), so that thousands of pages do not come back in the same instant after a restart.
 * aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter
 * @param attempt 0 for the first
 * @param random a number from 0 (included) to 1 (excluded)
 */
export function backoffMs(
  { firstDelayMs, longestDelayMs }: LiveTimings,
  attempt: number,
  random: () => number = Math.random,
): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 20))
}

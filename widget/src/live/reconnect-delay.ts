/** No reconnection waits longer than this. */
export const longestDelayMs = 15_000

/**
 * How long to wait before the given attempt, in milliseconds: doubled each time from half a second, with full
 * jitter in its upper half, so that thousands of pages do not come back in the same instant after a restart.
 * @param attempt 0 for the first
 * @param random a number from 0 (included) to 1 (excluded)
 */
export function reconnectDelayMs(attempt: number, random: () => number = Math.random): number {
  const ceilingMs = Math.min(longestDelayMs, 500 * 2 ** Math.min(attempt, 10))
  return ceilingMs / 2 + (random() * ceilingMs) / 2
}

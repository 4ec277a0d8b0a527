import { badUserInput } from '#platform/errors/bad-user-input.ts'
import { parseDurationMs } from '#platform/time/duration.ts'

const maxWindowMs = 86_400_000

/**
 * Milliseconds of a running window.
 * @throws BAD_USER_INPUT when it is empty or longer than a day
 */
export function runningWindowMs(window: string): number {
  const windowMs = parseDurationMs(window)
  if (windowMs < 1 || windowMs > maxWindowMs) {
    throw badUserInput({ field: 'window', reason: 'has to be more than PT0S and at most PT24H' })
  }
  return windowMs
}

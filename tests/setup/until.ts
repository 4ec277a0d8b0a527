import { setTimeout as wait } from 'node:timers/promises'

/**
 * Asks again and again until something holds.
 * @throws Error with what was waited for, after `maxMs`
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  maxMs = 30_000,
): Promise<void> {
  const endsAt = performance.now() + maxMs
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`It did not happen within ${maxMs} ms that ${what}`)
    await wait(25)
  }
}

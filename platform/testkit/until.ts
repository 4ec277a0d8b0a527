/**
 * Waits until a check gives something true, looking every 10 ms; for tests that wait for another process or for work
 * behind a queue. Never for a fixed time.
 * @param what named when it fails
 * @param maxMs a bound for a machine under load, not an expectation
 * @throws Error after `maxMs`, with what the check gave or threw last
 */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  maxMs = 60_000,
): Promise<NonNullable<T>> {
  const endsAt = Date.now() + maxMs
  let last: unknown
  for (;;) {
    try {
      const value = await check()
      if (value) return value
      last = value
    } catch (error) {
      last = error
    }
    if (Date.now() > endsAt)
      throw new Error(`${what}: not within ${maxMs} ms; last: ${String(last)}`, { cause: last })
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

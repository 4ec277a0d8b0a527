let offsetMs = 0

/**
 * Learns how far this machine's clock is from the server's, from an answer's Date header (whole seconds; half
 * of one is added). A desk whose clock is minutes off would otherwise count down to the wrong instant.
 */
export function learnServerClock(response: Response, receivedAtMs: number = Date.now()): void {
  const date = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(date)) return
  const measuredMs = date + 500 - receivedAtMs
  // Below two seconds it is the header's own coarseness.
  offsetMs = Math.abs(measuredMs) < 2_000 ? 0 : measuredMs
}

/** The instant it is for the server, in milliseconds since 1970. */
export const serverNow = (): number => Date.now() + offsetMs

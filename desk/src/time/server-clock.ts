let offsetMs = 0
let uncertaintyMs = Number.POSITIVE_INFINITY

/** What one answer of the server says about its clock. */
export interface ClockReading {
  /** The answer's Date header. */
  date: string | null
  sentAtMs: number
  receivedAtMs: number
}

/**
 * How far the server's clock is ahead of ours, as far as one answer can tell: the header names whole seconds, and
 * was written at some moment between sending and receiving (the reasoning of NTP, RFC 5905, without its exchange).
 * @returns undefined without a readable date; an offset within the uncertainty is 0, since it may be none
 */
export function clockOffset(reading: ClockReading): { offsetMs: number; uncertaintyMs: number } | undefined {
  const date = Date.parse(reading.date ?? '')
  if (Number.isNaN(date)) return undefined
  const uncertainty = (reading.receivedAtMs - reading.sentAtMs) / 2 + 500
  const measured = date + 500 - (reading.sentAtMs + reading.receivedAtMs) / 2
  return { offsetMs: Math.abs(measured) <= uncertainty + 500 ? 0 : measured, uncertaintyMs: uncertainty }
}

/**
 * Fetches, and learns the server's clock from the answer that can tell best: a desk whose clock is minutes off
 * would otherwise count down to the wrong instant.
 */
export async function fetchTimed(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const sentAtMs = Date.now()
  const response = await fetch(input, init)
  const learnt = clockOffset({ date: response.headers.get('date'), sentAtMs, receivedAtMs: Date.now() })
  if (learnt && learnt.uncertaintyMs <= uncertaintyMs) ({ offsetMs, uncertaintyMs } = learnt)
  return response
}

/** The instant it is for the server, in milliseconds since 1970. */
export const serverNow = (): number => Date.now() + offsetMs

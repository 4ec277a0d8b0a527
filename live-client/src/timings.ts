/** How long things take, in milliseconds. Tests shorten them; the defaults fit the router's. */
export interface LiveTimings {
  /** The first reconnection waits at most this long; each further one twice as long. */
  firstDelayMs: number
  /** No reconnection waits longer. */
  longestDelayMs: number
  /** A connection that stood this long was a good one: the next reconnection begins with the short wait. */
  stableMs: number
  /** A connection (the token too) that is not open by then is given up. */
  openWithinMs: number
  /** WebSocket: silence after which we ask. */
  pingEveryMs: number
  /** WebSocket: silence after the question that counts as a dead connection; a laptop's sleep leaves such. */
  answerWithinMs: number
  /** Server-sent events: silence that counts as a dead connection. The router sends something every 15 s. */
  silenceMs: number
  /** How often WebSocket is tried again from the fallback. */
  tryBackMs: number
  /** How long a connection is kept after the last topic was left. */
  idleMs: number
  /** How long an event that a heartbeat knows of may be on its way. */
  graceMs: number
  /** How long a snapshot that is older than the state seen last waits for a newer one. */
  settleMs: number
}

export const defaultTimings: LiveTimings = {
  firstDelayMs: 500,
  longestDelayMs: 15_000,
  stableMs: 5_000,
  openWithinMs: 10_000,
  pingEveryMs: 12_000,
  answerWithinMs: 5_000,
  silenceMs: 40_000,
  tryBackMs: 60_000,
  idleMs: 3_000,
  graceMs: 1_000,
  settleMs: 2_000,
}

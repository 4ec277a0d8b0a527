/**
 * Why a topic has ended for good, or what is wrong with a connection. The codes:
 * - of the server, as it gave them: `FORBIDDEN`, `UNAUTHENTICATED`, `BAD_USER_INPUT`, `GRAPHQL_VALIDATION_FAILED`,
 *   `SUBSCRIPTION_REMOVED`, and, where nobody takes care of gaps, `LIVE_CURSOR_EXPIRED`, `LIVE_CURSOR_INVALID`;
 * - of this client: `LIVE_GAP` (events are missing and the server does not have them), `LIVE_NOT_RESUMABLE` (the
 *   document of an event topic has no variable for the cursor), `LIVE_TOO_MANY_TOPICS`, `LIVE_QUEUE_FULL`,
 *   `LIVE_CLOSED` (followed after `close()`), `LIVE_PROTOCOL` (one side broke the protocol; `message` says how),
 *   `LIVE_CALLBACK` (a callback threw; `cause` is what).
 */
export class LiveError extends Error {
  readonly code: string

  /** @param code what a program decides by; @param message what a developer reads, the code when left out */
  constructor(code: string, message = code, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

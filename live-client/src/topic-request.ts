import type { LiveError } from './live-error.ts'
import type { TopicResult } from './topic-result.ts'

/** What to ask for variables or a token: at once or later. */
export type MaybePromise<T> = T | Promise<T>

/** A subscription, as its document has it. */
export interface TopicOperation {
  /**
   * The document's text. That of an event topic declares a variable for the cursor: `$after: String`. A program that
   * only knows the hashes of its released documents leaves it out, and names the variable in `variables`.
   */
  query?: string
  variables?: Record<string, unknown>
  operationName?: string
  /** The SHA-256 of the document's text in hex: sent in its stead, as long as the router knows it. */
  sha256Hash?: string
  /** The name of the variable for the cursor; `after` when left out. */
  afterVariable?: string
}

/** A live topic to stay with, and who hears of it. */
export interface TopicRequest<T> extends TopicOperation {
  /** One event, each once and in order; or a newer state. */
  onData(data: T, result: TopicResult<T>): void
  /** An event that could not be computed (a part of the server is away); the next one may be. */
  onFailed?(result: TopicResult<T>): void
  /**
   * Events may be missing, and the server cannot resume: load the list anew and give the variables to go on with (the
   * cursor of its last entry among them). A rejection is tried again. Without this the topic ends with the code.
   * @param code `LIVE_CURSOR_EXPIRED`, `LIVE_CURSOR_INVALID`, `LIVE_GAP` or `LIVE_NOT_RESUMABLE`
   */
  onGap?(code: string): MaybePromise<Record<string, unknown> | undefined>
  /** Whether what was given so far may be old: true when the topic is cut off, false when it is back. */
  onStale?(stale: boolean): void
  /** It has ended for good; nothing more comes. Not called after leaving. */
  onEnd?(error: LiveError): void
}

/** A follower's own end of a topic. */
export interface Following {
  /** Leaves the topic; nothing more is told. */
  leave(): void
  /** Stops receiving for a while: the server holds nothing for us. */
  pause(): void
  /** Goes on behind the last event that was given. */
  resume(): void
  /** What `$after` would be now: behind the last event that was given. */
  readonly cursor: string | undefined
}

import type { LiveTimings } from './timings.ts'
import type { LivePlace, TopicResult } from './topic-result.ts'

/** What a subscription asks, as it travels. */
export interface Payload {
  query?: string
  operationName?: string
  variables?: Record<string, unknown>
  extensions?: Record<string, unknown>
}

/** Who hears of a subscription. After it was stopped, or its link has closed, nothing more is told. */
export interface TopicSink {
  next(result: TopicResult<unknown>): void
  /** How far the server has sent. */
  head(place: LivePlace): void
  /** Refused or ended by the server, with GraphQL errors; nothing more comes. */
  error(errors: unknown): void
  /** Ended by the server; nothing more comes. */
  complete(): void
}

/** Who hears of a link. */
export interface LinkEvents {
  /** The server has accepted us; told once. */
  ready(): void
  /**
   * It is over; told once, and not after `close()`.
   * @param code a WebSocket close code; other transports use the one that means the same
   * @param sinceMs when it broke, where that was before now
   */
  closed(code: number, reason?: string, sinceMs?: number): void
}

/** One connection, open or being opened. It never mends itself: when it breaks, its owner opens another one. */
export interface Link {
  /**
   * Subscribes, as soon as the link is ready.
   * @param after the cursor behind which it resumes, which the payload's variables hold as well
   * @returns ends the subscription
   */
  start(payload: Payload, after: string | undefined, sink: TopicSink): () => void
  /** Finds out whether the other end is still there. */
  check(): void
  close(): void
}

/** What a link needs to know. */
export interface LinkOptions {
  /** The graph's address by HTTP. */
  url: string
  token: string | undefined
  headers?: Record<string, string>
  credentials?: RequestCredentials
  timings: LiveTimings
}

/** One way to reach the router. It may have to be loaded first. */
export type Transport = (options: LinkOptions, events: LinkEvents) => Link | Promise<Link>

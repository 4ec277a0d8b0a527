import { followTopic } from './follow-topic.ts'
import type { LineState } from './line-state.ts'
import { openLine } from './line.ts'
import type { LiveError } from './live-error.ts'
import { defaultTimings, type LiveTimings } from './timings.ts'
import type { Following, MaybePromise, TopicRequest } from './topic-request.ts'
import type { Transport } from './transport.ts'

/** How to reach the router, and who hears of the line. */
export interface LiveOptions {
  /** The graph's address: `https://…/graphql`. WebSocket goes to the same place. */
  url: string
  /**
   * The bearer token, asked for before each connection; without it, or when it gives none, the browser's cookie tells
   * who we are. A rejection is a broken line, to be tried again.
   * @param refused the server has not accepted the last one: get another one if you can
   */
  token?(refused: boolean): MaybePromise<string | undefined>
  /** The server does not accept us any more, also not after asking for another token: all topics have ended. */
  onSignedOut?(): void
  /** Something that is wrong in this program or in the server, not on the line. To the console when left out. */
  onDefect?(error: LiveError): void
  /** For requests of the fallback: further headers, and whether cookies go along. */
  headers?: Record<string, string>
  credentials?: RequestCredentials
  /** How many topics may be followed at once; 100, the router's own bound, when left out. */
  maxTopics?: number
  timings?: Partial<LiveTimings>
  /** Numbers from 0 (included) to 1 (excluded), for the jitter. */
  random?: () => number
}

/** The live topics of one router over one connection, which opens with the first topic and closes with the last. */
export interface Live {
  /** Whether results arrive; another object whenever it has changed. */
  readonly line: LineState
  /** Tells when `line` has changed. @returns stops telling */
  onLine(listener: (line: LineState) => void): () => void
  /**
   * Stays with a topic until it is left.
   * @throws LiveError `LIVE_TOO_MANY_TOPICS`, `LIVE_CLOSED`
   */
  follow<T>(request: TopicRequest<T>): Following
  /** Closes the connection for good; all topics end with `LIVE_CLOSED`. */
  close(): void
}

/**
 * Opens nothing yet: the first topic does.
 * @param transports ways to reach the router; the second one stands in while the first cannot be opened
 */
export function openLiveOver(transports: readonly [Transport, Transport?], options: LiveOptions): Live {
  const line = openLine(transports, {
    maxTopics: 100,
    onDefect: (error: LiveError) => console.error(error),
    ...options,
    timings: { ...defaultTimings, ...options.timings },
  })
  return {
    get line() {
      return line.state
    },
    onLine: line.onState,
    follow: (request) => followTopic(line, request),
    close: line.close,
  }
}

import type { ResponseError } from '../engine/errors.ts'
import type { LiveMessage, Position } from './live-message.ts'

/** How a subscription ends for its client: in good order, or with what went wrong. */
export type LiveEnd = { readonly errors?: readonly ResponseError[] }

/** The transport's end of one subscription: a WebSocket's operation, an event stream. */
export interface LiveSink {
  /** Whether it takes another message now. When it did not, it calls `LiveClient.flush` as soon as it does. */
  readonly writable: boolean
  write(message: LiveMessage): void
  /** Where the topic stands for this client before its first event: from here it can resume. */
  begin(position: Position): void
  end(how: LiveEnd): void
  /** What waits for the client has passed its bounds: it is cut off at once, because it does not read. */
  overflow(): void
}

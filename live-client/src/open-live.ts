import { eventStreamLink } from './event-stream-link.ts'
import { type Live, type LiveOptions, openLiveOver } from './open-live-over.ts'
import { webSocketLink } from './web-socket-link.ts'

/**
 * The live topics of one router: by WebSocket, and by server-sent events where a network lets no WebSocket through.
 * Opens nothing yet: the first topic does.
 */
export function openLive(options: LiveOptions): Live {
  return openLiveOver([webSocketLink, eventStreamLink], options)
}

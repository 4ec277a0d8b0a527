import type { Transport } from '@throughline/live-client/transport'

/** The file that the build puts beside `widget.js`: the live client's event-stream-link. */
interface EventStreamModule {
  eventStreamLink: Transport
}

/**
 * Server-sent events for networks without WebSocket. Loaded only there, from the server's own address: every other page
 * is spared its weight.
 */
export const eventStreamTransport =
  (server: string): Transport =>
  async (options, events) => {
    const file = `${server}/widget-event-stream.js`
    const { eventStreamLink } = (await import(/* @vite-ignore */ file)) as EventStreamModule
    return eventStreamLink(options, events)
  }

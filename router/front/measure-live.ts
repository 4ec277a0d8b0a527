import { Counter, Gauge, type Registry } from 'prom-client'
import type { LiveHub } from '../live/live-hub.ts'
import type { Sockets } from './socket/socket-server.ts'

/** Shows how many clients share how many upstreams, what waits for them, and how their connections end. */
export function measureLive(
  registry: Registry,
  hub: LiveHub,
  sockets: Pick<Sockets, 'count' | 'waiting' | 'closed'>,
): void {
  const registers = [registry]
  new Gauge({
    name: 'throughline_router_live_upstreams',
    help: 'Subscriptions that the router holds at subgraphs.',
    registers,
    collect() {
      this.set(hub.figures.upstreams)
    },
  })
  new Gauge({
    name: 'throughline_router_live_clients',
    help: 'Subscriptions that clients hold at the router.',
    registers,
    collect() {
      this.set(hub.figures.clients)
    },
  })
  new Counter({
    name: 'throughline_router_live_events_total',
    help: 'Events and states that subgraphs have sent.',
    registers,
    collect() {
      this.reset()
      this.inc(hub.figures.events)
    },
  })
  new Counter({
    name: 'throughline_router_live_resumed_total',
    help: 'Times that a client came from further back than the last events that are kept.',
    registers,
    collect() {
      this.reset()
      this.inc(hub.figures.resumed)
    },
  })
  new Gauge({
    name: 'throughline_router_sockets',
    help: 'Open WebSocket connections of clients.',
    registers,
    collect() {
      this.set(sockets.count)
    },
  })
  new Gauge({
    name: 'throughline_router_live_waiting_characters',
    help: 'Characters of JSON text that wait for WebSocket clients to read.',
    registers,
    collect() {
      this.set(sockets.waiting)
    },
  })
  new Counter({
    name: 'throughline_router_sockets_closed_total',
    help: 'WebSocket connections that have ended, by close code.',
    labelNames: ['code'],
    registers,
    collect() {
      this.reset()
      for (const [code, count] of sockets.closed) this.inc({ code: String(code) }, count)
    },
  })
}

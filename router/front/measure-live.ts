import { Gauge, type Registry } from 'prom-client'
import type { LiveHub } from '../live/live-hub.ts'

/** Shows how many clients share how many upstreams. */
export function measureLive(registry: Registry, hub: LiveHub, sockets: { readonly count: number }): void {
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
  new Gauge({
    name: 'throughline_router_sockets',
    help: 'Open WebSocket connections of clients.',
    registers,
    collect() {
      this.set(sockets.count)
    },
  })
}

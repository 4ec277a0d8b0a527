import { expect, test } from 'vitest'
import { createRoutingCore } from '../../../../subgraphs/routing/services/core/create-routing-core.ts'
import { createPeer } from './peer.ts'
import { anybody, longestIdle, roundRobin } from './peer-rules.ts'
import { playDay } from './play-day.ts'

test('on a busy day the core has the better service level, worst queue and spread of occupancy than each other way', () => {
  const [agents, seed] = [110, 101]
  const core = playDay(createRoutingCore(), agents, seed)
  for (const choose of [anybody(seed), roundRobin(), longestIdle()]) {
    const peer = playDay(createPeer({ urgentKindsFirst: false, choose }), agents, seed)
    expect(core.serviceLevel).toBeGreaterThan(peer.serviceLevel)
    expect(core.worstQueue).toBeGreaterThan(peer.worstQueue)
    expect(core.occupancySpread).toBeLessThan(peer.occupancySpread)
  }
}, 60_000)

test('a day is the same each time it is played', () => {
  expect(playDay(createRoutingCore(), 95, 7)).toEqual(playDay(createRoutingCore(), 95, 7))
}, 60_000)

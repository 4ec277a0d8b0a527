import { ageMs } from '../message-text.ts'
import { ConnectGate } from './connect-gate.ts'
import type { FleetAnswer, FleetCommand, FleetFigures, FleetPlan } from './fleet-protocol.ts'
import { Follower } from './follower.ts'
import { Samples } from './samples.ts'

const openingAtOnce = 128
/** Loopback addresses that the clients come from: one has too few ports for all. */
const sourceAddresses = 8

const latencies = new Samples()
const closes: Record<string, number> = {}
const refusals: Record<string, number> = {}
let followers: Follower[] = []

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}

function connect({ url, clients, tokens, query, topics }: FleetPlan): void {
  const gate = new ConnectGate(openingAtOnce)
  followers = Array.from(
    { length: clients },
    (_, index) =>
      new Follower({
        url: new URL(url),
        localAddress: `127.0.0.${2 + (index % sourceAddresses)}`,
        token: tokens[index % tokens.length],
        query,
        topics: topics[index % topics.length] ?? [],
        gate,
        onEvent: (text) => latencies.add(ageMs(text)),
        onClose: (ending) => count(closes, String(ending)),
        onRefusal: (reason) => count(refusals, reason.slice(0, 300)),
      }),
  )
}

function figures(): FleetFigures {
  const sums: FleetFigures = {
    ...{ clients: followers.length, acknowledged: 0, positioned: 0, received: 0, lost: 0, duplicated: 0 },
    ...{ served: 0, longestGapMs: 0, slowest: {}, closes, refusals },
  }
  for (const follower of followers) {
    if (follower.acknowledged) sums.acknowledged++
    if (follower.topics.some(({ received }) => received > 0)) sums.served++
    sums.longestGapMs = Math.max(sums.longestGapMs, follower.longestGapMs)
    for (const { id, position, received, lost, duplicated } of follower.topics) {
      if (position) sums.positioned++
      sums.received += received
      sums.lost += lost
      sums.duplicated += duplicated
      sums.slowest[id] = Math.min(sums.slowest[id] ?? Number.POSITIVE_INFINITY, position?.sequence ?? -1)
    }
  }
  return sums
}

function reset(): void {
  for (const follower of followers) follower.reset()
  latencies.clear()
  for (const counts of [closes, refusals]) for (const key of Object.keys(counts)) delete counts[key]
}

function obey(command: FleetCommand): FleetAnswer['value'] {
  switch (command.kind) {
    case 'connect':
      return connect(command.plan) as undefined
    case 'subscribe':
    case 'pause':
    case 'resume':
      for (const follower of followers) follower[command.kind]()
      return undefined
    case 'reset':
      return reset() as undefined
    case 'figures':
      return figures()
    case 'latencies':
      return latencies.values()
  }
}

process.on('message', ({ id, command }: { id: number; command: FleetCommand }) => {
  const answer: FleetAnswer = { id, value: obey(command) }
  // Whoever asked may have gone meanwhile; the callback takes the error.
  process.send?.(answer, undefined, undefined, () => undefined)
})
// The clients go with whoever started them, without a word: as when a network is cut.
process.on('disconnect', () => process.exit(0))

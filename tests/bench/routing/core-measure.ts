import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createRoutingCore } from '../../../subgraphs/routing/services/core/create-routing-core.ts'
import type { RoutingCommand } from '../../../subgraphs/routing/services/core/routing-command.ts'
import { quantile } from '../quantile.ts'
import { Centre } from './core-centre.ts'
import type { CoreFigures } from './core-figures.ts'
import { fullScale, type Scale } from './core-scale.ts'
import { Traffic } from './core-traffic.ts'

/** A program of its own, so that memory is the core's: node core-measure.ts '{"agents":…}' COMMANDS */
const [scaleText, commandsText] = process.argv.slice(2)
const scale = JSON.parse(scaleText ?? '{}') as Scale
const commands = Number(commandsText)
/** What compiles and caches; not counted. */
const warmUp = Math.ceil(commands / 5)
const startMs = Date.parse('2026-11-23T12:00:00.000Z')
/** Some two hundred things happen in a second at the full size, and as many less as there are less agents. */
const betweenMs = (5 * fullScale.agents) / scale.agents
/** The contacts that wait arrived as fast as they do now: 45 of a hundred things. */
const backlogMs = scale.waiting * (betweenMs / 0.45)

const centre = new Centre(scale, startMs)
const waiting = Array.from({ length: scale.waiting }, (_, n) =>
  centre.arriving(startMs - backlogMs + Math.floor((n / scale.waiting) * backlogMs)),
)
const traffic = new Traffic(centre, waiting)

const core = createRoutingCore()
const rebuildFrom = process.threadCpuUsage()
const rebuildStart = performance.now()
for (const { id, rings } of centre.queues) core.apply({ kind: 'QUEUE_SAVED', queue: { id, rings } }, startMs)
for (const agent of centre.agents) core.apply({ kind: 'AGENT_CHANGED', agent }, startMs)
for (const item of waiting) core.apply({ kind: 'ITEM_WAITS', item }, startMs)
const first = core.decideAll(startMs, Number.POSITIVE_INFINITY)
const rebuildMs = performance.now() - rebuildStart
const rebuilt = process.threadCpuUsage(rebuildFrom)
const rebuildCpuMs = (rebuilt.user + rebuilt.system) / 1_000
traffic.offered(first)

let atMs = startMs
const tookMs: number[] = []
const usedMs: number[] = []
let offers = 0
const step = (next: readonly RoutingCommand[]): void => {
  const cpuFrom = process.threadCpuUsage()
  const from = performance.now()
  const made = core.handle(next, atMs)
  tookMs.push(performance.now() - from)
  const { user, system } = process.threadCpuUsage(cpuFrom)
  usedMs.push((user + system) / 1_000)
  offers += made.length
  traffic.offered(made)
}
const run = (count: number): void => {
  for (let n = 0; n < count; n++) {
    atMs += betweenMs
    while ((core.nextAtMs() ?? Number.POSITIVE_INFINITY) <= atMs) step([{ kind: 'TIME_PASSED' }])
    const next = traffic.next(atMs)
    if (next.length > 0) step(next)
  }
}
run(warmUp)
tookMs.length = 0
usedMs.length = 0
offers = 0
run(commands)
const sumOf = (list: readonly number[]) => list.reduce((sum, ms) => sum + ms, 0)
const took = Float64Array.from(tookMs).sort()

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
collectGarbage()
const memory = process.memoryUsage()
const figures: CoreFigures = {
  ...{ agents: scale.agents, queues: scale.queues, waiting: core.counts().waiting },
  profiles: new Set(centre.agents.map(({ skills }) => JSON.stringify(skills))).size,
  ...{ commands: tookMs.length, offers, rebuildMs, rebuildCpuMs, rebuildOffers: first.length },
  offersPerSecond: (offers / sumOf(tookMs)) * 1_000,
  commandsPerSecond: (tookMs.length / sumOf(tookMs)) * 1_000,
  commandsPerCpuSecond: (usedMs.length / sumOf(usedMs)) * 1_000,
  p50Ms: quantile(took, 0.5),
  p99Ms: quantile(took, 0.99),
  heapMb: memory.heapUsed / 2 ** 20,
  rssMb: memory.rss / 2 ** 20,
}
console.log(JSON.stringify(figures))

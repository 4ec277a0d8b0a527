import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startStores } from '#platform/stores/start-stores.ts'
import { installPeers } from '../install-peers.ts'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import { liveContestants } from './contestants.ts'
import { drainMs, type LiveResult, type LiveSetting, longestBackMs, measureLive } from './measure-live.ts'

/** Measures live delivery to many clients of one topic: our router, and servers that do the same on their own. */
export async function benchLive(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '10000' },
      rate: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '20' },
      'text-length': { type: 'string', default: '200' },
      servers: { type: 'string', default: Object.keys(liveContestants).join(';') },
      json: { type: 'string' },
    },
  })
  const clients = Number(values.clients)
  const setting: LiveSetting = {
    clients,
    eventsPerSecond: Number(values.rate),
    seconds: Number(values.seconds),
    textLength: Number(values['text-length']),
    fleets: clients > 1_000 ? 2 : 1,
  }
  installPeers()
  const stores = await startStores({ durable: false, log: { info: () => undefined, warn: console.warn } })
  try {
    Object.assign(process.env, { MONGODB_URI: stores.mongodbUri, VALKEY_URL: stores.valkeyUrl })
    const results = new Map<string, LiveResult>()
    for (const name of values.servers.split(';')) {
      const start = liveContestants[name]
      if (!start) throw new Error(`There is no live server called "${name}"`)
      console.log(`${name} …`)
      const contestant = await start()
      try {
        results.set(name, await measureLive(contestant, setting))
      } finally {
        await contestant.stop()
      }
    }
    report(results, setting)
    if (values.json) {
      const everything = { machine: machine(), setting, results: Object.fromEntries(results) }
      writeFileSync(values.json, JSON.stringify(everything, null, 1))
    }
  } finally {
    await stores.stop()
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const seconds = (value: number) => `${value.toFixed(1)} s`
const ms = (value: number) => `${value.toFixed(0)} ms`

const backAfter = ({ backSec }: LiveResult) =>
  Number.isFinite(backSec) ? seconds(backSec) : `not within ${longestBackMs / 1000} s`

const rows: Array<[string, (result: LiveResult) => string]> = [
  ['executions for each event', ({ executionsPerEvent }) => executionsPerEvent.toFixed(2)],
  ['delivery p50', ({ p50Ms }) => ms(p50Ms)],
  ['delivery p99', ({ p99Ms }) => ms(p99Ms)],
  ['delivery, longest', ({ maxMs }) => ms(maxMs)],
  ['events', ({ events }) => String(events)],
  ['deliveries', ({ deliveries }) => String(deliveries)],
  [`missing ${drainMs / 1000} s after the last event`, ({ missing }) => String(missing)],
  ["server's CPU for each delivery", ({ cpuUsPerDelivery }) => `${cpuUsPerDelivery.toFixed(1)} µs`],
  ['memory of a connection', ({ connectedBytes }) => kilobytes(connectedBytes)],
  ['memory of a subscribed connection', ({ subscribedBytes }) => kilobytes(subscribedBytes)],
  ['the same, resident', ({ subscribedRssBytes }) => kilobytes(subscribedRssBytes)],
  ['all connected after', ({ connectSec }) => seconds(connectSec)],
  ['all subscribed and served after', ({ subscribeSec }) => seconds(subscribeSec)],
  ['all back and served after kill -9', backAfter],
  ['lost or duplicated over kill -9', ({ lostOverKill }) => String(lostOverKill ?? 'cannot resume')],
]

function report(results: Map<string, LiveResult>, setting: LiveSetting): void {
  const { clients, eventsPerSecond, textLength, fleets } = setting
  console.log(`\n${machine()}.`)
  console.log(
    `${clients} clients of one topic in ${fleets} processes, ${eventsPerSecond} events/s for ${setting.seconds} s, texts of ${textLength} characters, NODE_ENV=production. Throughline: router, two subgraphs, MongoDB and Valkey on the same cores; the others: one process without a store, which adds fewer events when it is busy and so looks faster than it is. Memory: heap and external, after collection.\n`,
  )
  const all = [...results]
  printTable(
    ['', ...all.map(([name]) => name)],
    rows.map(([title, show]) => [title, ...all.map(([, result]) => show(result))]),
  )
}

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startStores } from '#platform/stores/start-stores.ts'
import { setSlowReaderStage } from '../../load/slow-reader-stage.ts'
import { type SlowReaderCost, stopReading } from '../../load/stop-reading.ts'
import { startLiveSystem } from '../../load/system/live-system.ts'
import { productPace } from '../../load/system/product-pace.ts'
import { machine } from '../machine.ts'
import { median } from '../median.ts'
import { printTable } from '../print-table.ts'
import { inspectProcess } from '../process/inspector.ts'
import { measureRound, type RoundFigures, type RoundSetting } from './measure-round.ts'

/**
 * Measures what one client that stops reading costs the others and the router: paired rounds, the same traffic with it
 * reading and not reading, in turns.
 */
export async function benchSlowReader(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '10' },
      rate: { type: 'string', default: '5' },
      topics: { type: 'string', default: '10' },
      'text-length': { type: 'string', default: '20000' },
      json: { type: 'string' },
    },
  })
  const [clients, rounds, topics] = [values.clients, values.rounds, values.topics].map(Number) as [
    number,
    number,
    number,
  ]
  const textLength = Number(values['text-length'])
  const setting: RoundSetting = { seconds: Number(values.seconds), eventsPerSecond: Number(values.rate) }
  const stores = await startStores({ durable: false, log: { info: () => undefined, warn: console.warn } })
  try {
    Object.assign(process.env, { MONGODB_URI: stores.mongodbUri, VALKEY_URL: stores.valkeyUrl })
    const system = await startLiveSystem({ ...productPace, NODE_ENV: 'production' })
    try {
      const stage = await setSlowReaderStage(system, { others: clients, topics, textLength })
      const { router } = system
      const inspector = await inspectProcess(router.process.pid as number, router.inspectPort)
      const measured = { reading: [] as RoundFigures[], stopped: [] as RoundFigures[] }
      let cost: SlowReaderCost
      try {
        const measure = (stops: boolean) =>
          measureRound({ stage, metricsUrl: router.metricsUrl, setting, stops })
        // Warms up, and fills what a topic keeps for those who come back.
        await measure(false)
        for (let round = 1; round <= rounds; round++) {
          for (const stops of round % 2 ? [false, true] : [true, false]) {
            measured[stops ? 'stopped' : 'reading'].push(await measure(stops))
          }
          console.log(`round ${round} of ${rounds}`)
        }
        // Apart from the rounds: collecting garbage stops the router.
        cost = await stopReading(stage, router.metricsUrl, inspector, worthMeasuring)
      } finally {
        inspector.close()
        await stage.close()
      }
      console.log(`\n${machine()}.`)
      console.log(
        `${rounds} paired rounds of ${setting.seconds} s, ${setting.eventsPerSecond} events/s in a topic that ${clients} clients follow; one client follows it and ${topics} topics more with texts of ${textLength} characters on one connection, and reads or does not. NODE_ENV=production; medians of the rounds.\n`,
      )
      report(measured.reading, measured.stopped, cost)
      if (values.json) writeFileSync(values.json, JSON.stringify({ machine: machine(), measured }, null, 1))
    } finally {
      await system.stop()
    }
  } finally {
    await stores.stop()
  }
}

function report(reading: RoundFigures[], stopped: RoundFigures[], cost: SlowReaderCost): void {
  const of = (rounds: RoundFigures[], figure: keyof RoundFigures) =>
    rounds.map((round) => Number(round[figure]))
  const ratio = (figure: keyof RoundFigures) =>
    median(of(stopped, figure).map((value, round) => value / (of(reading, figure)[round] ?? Number.NaN)))
  const latency = (title: string, figure: 'p50Ms' | 'p99Ms') => [
    title,
    ...[reading, stopped].map((rounds) => median(of(rounds, figure)).toFixed(1)),
    ratio(figure).toFixed(3),
  ]
  const largest = (title: string, figure: keyof RoundFigures) => [
    title,
    ...[reading, stopped].map((rounds) => String(Math.max(...of(rounds, figure)))),
    '',
  ]
  printTable(
    ['', 'all read', 'one does not', 'ratio'],
    [
      latency("the others' p50 ms", 'p50Ms'),
      latency("the others' p99 ms", 'p99Ms'),
      largest('characters waiting, most', 'mostWaiting'),
      largest('lost or duplicated', 'astray'),
      ['how its connection ended', ...[reading, stopped].map(endings), ''],
    ],
  )
  console.log(
    `\nThe router's memory after collection, with the bound waiting for the one: ${(cost.grownBytes / 1024 ** 2).toFixed(1)} MB more than before.`,
  )
}

/** Characters; half of what the router lets wait. */
const worthMeasuring = 500_000

function endings(rounds: RoundFigures[]): string {
  const counts = new Map<string, number>()
  for (const { closes } of rounds) {
    for (const [code, count] of Object.entries(closes)) counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts].map(([code, count]) => `${code} × ${count}`).join(', ') || 'not'
}

import { machine } from '../machine.ts'
import { median } from '../median.ts'
import { printTable } from '../print-table.ts'
import { inspectProcess } from '../process/inspector.ts'
import { residentMb } from '../process/resident-memory.ts'
import { quantile } from '../quantile.ts'
import type { Contestant } from './contestants.ts'
import type { Burst } from './load.ts'
import { type BenchQuery, type LoadKind, loadKinds, queries } from './queries.ts'

export interface Setting {
  rounds: number
  seconds: number
  concurrency: number
}

interface Measured extends Burst {
  /** Of the router's process, for each request. */
  cpuMs: number
}

const reference = 'Apollo Gateway'
const megabyte = 1024 ** 2

/** What the rounds gave, and the tables of it. */
export class Results {
  readonly #contestants: Contestant[]
  readonly #setting: Setting
  readonly #rounds = new Map<string, Measured[]>()

  constructor(contestants: Contestant[], setting: Setting) {
    this.#contestants = contestants
    this.#setting = setting
  }

  /** Takes one contestant's burst of a round; every contestant has one in each. */
  add(query: BenchQuery, kind: LoadKind, { name }: Contestant, measured: Measured): void {
    const key = keyOf(query.name, kind, name)
    this.#rounds.set(key, [...(this.#rounds.get(key) ?? []), measured])
  }

  /** Prints the tables; the routers' memory is read now, after their load. */
  async print(): Promise<void> {
    const { rounds, seconds, concurrency } = this.#setting
    console.log(`\n${machine()}.`)
    console.log(
      `${rounds} paired rounds of ${seconds} s, ${concurrency} connections, NODE_ENV=production; CPU and requests/s are medians of the rounds, latencies are of all requests.\n`,
    )
    const rows = queries.flatMap((query) =>
      loadKinds.flatMap((kind) => this.#contestants.map(({ name }) => this.#row(query.name, kind, name))),
    )
    const ratio = `CPU ÷ ${reference}`
    printTable(
      ['query', 'requests', 'router', 'CPU ms/request', ratio, 'p50 ms', 'p99 ms', 'requests/s'],
      rows,
    )
    console.log('\nMemory after the rounds:\n')
    printTable(['router', 'resident MB', 'heap after collection MB'], await this.#memory())
  }

  /** All figures, without the single latencies. */
  json(): string {
    const results = [...this.#rounds].map(([key, rounds]) => [
      key,
      rounds.map(({ latenciesMs: _, ...figures }) => figures),
    ])
    return JSON.stringify(
      { machine: machine(), setting: this.#setting, results: Object.fromEntries(results) },
      null,
      1,
    )
  }

  #row(query: string, kind: LoadKind, name: string): string[] {
    const of = (router: string) => this.#rounds.get(keyOf(query, kind, router)) ?? []
    const mine = of(name)
    const others = of(reference)
    const ratio = median(mine.map(({ cpuMs }, round) => cpuMs / (others[round]?.cpuMs ?? Number.NaN)))
    const latencies = mine.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b)
    return [
      query,
      kind,
      name,
      median(mine.map(({ cpuMs }) => cpuMs)).toFixed(3),
      Number.isNaN(ratio) ? '–' : ratio.toFixed(3),
      quantile(latencies, 0.5).toFixed(1),
      quantile(latencies, 0.99).toFixed(1),
      median(mine.map((round) => round.requests / round.seconds)).toFixed(0),
    ]
  }

  async #memory(): Promise<string[][]> {
    const rows: string[][] = []
    for (const { name, pid, inspectPort } of this.#contestants) {
      const resident = residentMb(pid)
      const inspector = await inspectProcess(pid, inspectPort)
      const { heapUsed } = await inspector.memory()
      inspector.close()
      rows.push([name, resident.toFixed(0), (heapUsed / megabyte).toFixed(1)])
    }
    return rows
  }
}

const keyOf = (query: string, kind: LoadKind, router: string): string => `${query}|${kind}|${router}`

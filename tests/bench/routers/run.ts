import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { median } from '../median.ts'
import { printTable } from '../print-table.ts'
import { type Contestant, contestantNames, installPeers, startContestant } from './contestants.ts'
import { load } from './load.ts'
import { processCpuMs, processMemoryMb } from './process-cpu.ts'
import { type QueryName, queries } from './queries.ts'
import { definitions } from './subgraphs.ts'

interface Round {
  cpuMs: number
  p99Ms: number
  requestsPerSec: number
}

const reference = 'Apollo Gateway'

/**
 * Measures our router beside the others on the same subgraphs: every round asks every router in turn (the order
 * changes from round to round), figures are medians over the rounds, ratios are medians of the rounds' own ratios.
 */
export async function benchRouters(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '1500' },
      concurrency: { type: 'string', default: '16' },
      json: { type: 'string' },
    },
  })
  const [rounds, requests, concurrency] = [values.rounds, values.requests, values.concurrency].map(
    Number,
  ) as [number, number, number]
  installPeers()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const subgraphs = fork(fileURLToPath(new URL('./subgraphs.ts', import.meta.url)))
  const contestants: Contestant[] = []
  try {
    const urls = await new Promise<Record<string, string>>((done) =>
      subgraphs.once('message', (message) => done(message as Record<string, string>)),
    )
    const supergraphFile = join(folder, 'supergraph.graphql')
    writeFileSync(supergraphFile, composed(urls))
    for (const name of contestantNames) contestants.push(await startContestant(name, supergraphFile, urls))
    await sameAnswers(contestants)
    for (const contestant of contestants) {
      for (const query of Object.values(queries)) await load(contestant.url, query, requests, concurrency)
    }
    const results = new Map<string, Round[]>()
    for (let round = 0; round < rounds; round++) {
      const order = contestants.map(
        (_, index) => contestants[(index + round) % contestants.length] as Contestant,
      )
      for (const [queryName, query] of Object.entries(queries)) {
        for (const contestant of order) {
          const before = processCpuMs(contestant.pid)
          const result = await load(contestant.url, query, requests, concurrency)
          if (result.errors)
            throw new Error(
              `${contestant.name} answered ${result.errors} requests of "${queryName}" with errors`,
            )
          const cpuMs = (processCpuMs(contestant.pid) - before) / requests
          const key = `${queryName}|${contestant.name}`
          results.set(key, [
            ...(results.get(key) ?? []),
            { cpuMs, p99Ms: result.p99Ms, requestsPerSec: result.requestsPerSec },
          ])
        }
      }
      console.log(`round ${round + 1} of ${rounds}`)
    }
    report(results, contestants, { rounds, requests, concurrency }, values.json)
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()))
    subgraphs.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function composed(urls: Record<string, string>): string {
  const result = composeServices(
    Object.entries(definitions).map(([name, { sdl }]) => ({ name, url: urls[name], typeDefs: parse(sdl) })),
  )
  if (!result.supergraphSdl) throw new Error(result.errors?.map((error) => error.message).join('\n'))
  return result.supergraphSdl
}

/** A router that answers something else is not measured: it is wrong. */
async function sameAnswers(contestants: Contestant[]): Promise<void> {
  for (const [name, query] of Object.entries(queries)) {
    const answers = await Promise.all(
      contestants.map(async ({ url }) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        return ((await response.json()) as { data: unknown }).data
      }),
    )
    for (const [index, answer] of answers.entries()) {
      if (!isDeepStrictEqual(answer, answers[0])) {
        throw new Error(
          `${contestants[index]?.name} answers "${name}" differently: ${JSON.stringify(answer).slice(0, 300)}`,
        )
      }
    }
  }
}

function report(
  results: Map<string, Round[]>,
  contestants: Contestant[],
  setting: { rounds: number; requests: number; concurrency: number },
  jsonFile?: string,
): void {
  console.log(
    `\n${setting.rounds} paired rounds of ${setting.requests} requests, ${setting.concurrency} connections; medians. Node ${process.version}.`,
  )
  const rows: string[][] = []
  for (const queryName of Object.keys(queries) as QueryName[]) {
    const of = (name: string) => results.get(`${queryName}|${name}`) ?? []
    for (const { name } of contestants) {
      const mine = of(name)
      const ratio = median(
        mine.map((round, index) => round.cpuMs / (of(reference)[index]?.cpuMs ?? Number.NaN)),
      )
      rows.push([
        queryName,
        name,
        median(mine.map((round) => round.cpuMs)).toFixed(3),
        name === reference ? '1' : ratio.toFixed(3),
        median(mine.map((round) => round.p99Ms)).toFixed(1),
        median(mine.map((round) => round.requestsPerSec)).toFixed(0),
      ])
    }
  }
  printTable(['query', 'router', 'CPU ms/request', `CPU ÷ ${reference}`, 'p99 ms', 'requests/s'], rows)
  console.log(
    `\nMemory after the run: ${contestants.map(({ name, pid }) => `${name} ${processMemoryMb(pid)} MB`).join(', ')}`,
  )
  if (jsonFile)
    writeFileSync(jsonFile, JSON.stringify({ setting, results: Object.fromEntries(results) }, null, 1))
}

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { installPeers } from '../install-peers.ts'
import { cpuTimeMs } from '../process/cpu-time.ts'
import { type Contestant, contestantNames, type Federation, startContestant } from './contestants.ts'
import { load } from './load.ts'
import { type BenchQuery, type LoadKind, loadKinds, queries } from './queries.ts'
import { Results } from './results.ts'
import { definitions } from './subgraphs.ts'

/** The number of the request that the equal load repeats. */
const equalNumber = 1
/** Rounds that warm up what compiles and caches; they are not counted. */
const warmUps = 2

/**
 * Measures our router beside the others on the same subgraphs: every round asks every router in turn (the order
 * changes from round to round), figures are medians over the rounds, ratios are medians of the rounds' own ratios.
 */
export async function benchRouters(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '0.7' },
      concurrency: { type: 'string', default: '16' },
      routers: { type: 'string', default: contestantNames.join(';') },
      json: { type: 'string' },
    },
  })
  const rounds = Number(values.rounds)
  const burst = { seconds: Number(values.seconds), concurrency: Number(values.concurrency) }
  installPeers()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const subgraphs = fork(fileURLToPath(new URL('./subgraphs.ts', import.meta.url)))
  const contestants: Contestant[] = []
  try {
    const subgraphUrls = await new Promise<Record<string, string>>((done) =>
      subgraphs.once('message', (message) => done(message as Record<string, string>)),
    )
    const federation = federate(subgraphUrls, folder)
    for (const name of values.routers.split(';')) contestants.push(await startContestant(name, federation))
    for (const query of queries) await sameAnswers(contestants, query)

    let number = 1_000
    const measure = async (contestant: Contestant, { query, variables }: BenchQuery, kind: LoadKind) => {
      const before = cpuTimeMs(contestant.pid)
      const result = await load({
        ...burst,
        url: contestant.url,
        headers: contestant.headers,
        body: (index) =>
          JSON.stringify({ query, variables: variables(kind === 'equal' ? equalNumber : number + index) }),
      })
      number += result.requests
      return { ...result, cpuMs: (cpuTimeMs(contestant.pid) - before) / result.requests }
    }

    const results = new Results(contestants, { ...burst, rounds })
    for (let round = 1 - warmUps; round <= rounds; round++) {
      for (const query of queries) {
        for (const kind of loadKinds) {
          for (let turn = 0; turn < contestants.length; turn++) {
            const contestant = contestants[(turn + round + warmUps) % contestants.length] as Contestant
            const measured = await measure(contestant, query, kind)
            if (measured.failure) {
              throw new Error(`${contestant.name} fails at "${query.name}": ${measured.failure}`)
            }
            if (round > 0) results.add(query, kind, contestant, measured)
          }
        }
      }
      console.log(round > 0 ? `round ${round} of ${rounds}` : 'warming up')
    }
    await results.print()
    if (values.json) writeFileSync(values.json, results.json())
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()))
    subgraphs.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function federate(subgraphUrls: Record<string, string>, folder: string): Federation {
  const result = composeServices(
    Object.entries(definitions).map(([name, { sdl }]) => ({
      ...{ name, url: subgraphUrls[name], typeDefs: parse(sdl) },
    })),
  )
  const supergraph = result.supergraphSdl
  if (!supergraph) throw new Error(result.errors?.map((error) => error.message).join('\n'))
  const supergraphFile = join(folder, 'composed.graphql')
  writeFileSync(supergraphFile, supergraph)
  return { supergraph, supergraphFile, subgraphUrls, folder }
}

/** A router that answers something else is not measured: it is wrong. */
async function sameAnswers(contestants: Contestant[], { name, query, variables }: BenchQuery): Promise<void> {
  for (const number of [equalNumber, 77]) {
    const answers = await Promise.all(
      contestants.map(async ({ url, headers }) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { ...headers[0], 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: variables(number) }),
        })
        return ((await response.json()) as { data: unknown }).data
      }),
    )
    for (const [index, answer] of answers.entries()) {
      if (!isDeepStrictEqual(answer, answers[0]) || answer == null) {
        const text = JSON.stringify(answer)?.slice(0, 300)
        throw new Error(`${contestants[index]?.name} answers "${name}" differently: ${text}`)
      }
    }
  }
}

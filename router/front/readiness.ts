import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import { request } from 'undici'
import { within } from '#platform/waiting/within.ts'

const probeMs = 2_000
/** A router that starts while a subgraph is away must not stay away as well. */
const maxStartingMs = 30_000

export interface PartHealth {
  status: 'up' | 'down'
  latencyMs: number
}

/** How the router and what it needs are. */
export interface Readiness {
  /**
   * `starting` until every part has answered once, 30 seconds at most; afterwards `ready`, `degraded` when some
   * subgraph is away (the others are still served), `unavailable` without a store or without any subgraph.
   */
  status: 'starting' | 'ready' | 'degraded' | 'unavailable'
  parts: Record<string, PartHealth>
}

export interface ReadinessParts {
  db: Connection
  valkey: Redis
  /** Name → GraphQL address, of those that are needed now. */
  subgraphs(): Readonly<Record<string, string>>
}

/** Asks every part, all at once, two seconds at most. */
export function createReadiness({ db, valkey, subgraphs }: ReadinessParts): () => Promise<Readiness> {
  let everReady = false
  const startedAt = performance.now()
  const storeProbes: Record<string, () => Promise<unknown>> = {
    mongodb: () => db.db?.command({ ping: 1 }) ?? Promise.reject(new Error('not connected')),
    valkey: () => valkey.ping(),
  }

  return async () => {
    const addresses = Object.entries(subgraphs())
    const names = addresses.map(([name]) => name)
    const probes = {
      ...storeProbes,
      ...Object.fromEntries(addresses.map(([name, url]) => [name, () => answers(url)])),
    }
    const parts = Object.fromEntries(
      await Promise.all(
        Object.entries(probes).map(async ([name, probe]): Promise<[string, PartHealth]> => {
          const start = performance.now()
          const status = await within(probeMs, name, probe()).then(
            () => 'up' as const,
            () => 'down' as const,
          )
          return [name, { status, latencyMs: Math.round(performance.now() - start) }]
        }),
      ),
    )
    const up = (name: string) => parts[name]?.status === 'up'
    const upSubgraphs = names.filter(up).length
    const stores = up('mongodb') && up('valkey')
    if (stores && upSubgraphs === names.length) everReady = true
    if (!everReady && performance.now() - startedAt < maxStartingMs) return { status: 'starting', parts }
    if (!stores || upSubgraphs === 0) return { status: 'unavailable', parts }
    return { status: upSubgraphs === names.length ? 'ready' : 'degraded', parts }
  }
}

async function answers(graphqlUrl: string): Promise<void> {
  const { statusCode, body } = await request(new URL('/health/live', graphqlUrl), {
    headersTimeout: probeMs,
    bodyTimeout: probeMs,
  })
  await body.dump()
  if (statusCode !== 200) throw new Error(`answered ${statusCode}`)
}

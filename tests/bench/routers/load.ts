import { Pool } from 'undici'

/** What one burst of requests gave. */
export interface Burst {
  requests: number
  seconds: number
  /** What was answered to the first request that failed, where one did. */
  failure: string | undefined
  /** Of each request, in the order in which they ended. */
  latenciesMs: number[]
}

export interface BurstPlan {
  url: string
  /** Those of each client, in turn over the connections. */
  headers: Array<Record<string, string>>
  /** The body of the request with this number, counted from 0. */
  body(number: number): string
  seconds: number
  /** Connections, each with one request at a time. */
  concurrency: number
}

/** Keeps a number of requests running for a time, and waits for all answers. */
export async function load({ url, headers, body, seconds, concurrency }: BurstPlan): Promise<Burst> {
  const pool = new Pool(new URL(url).origin, { connections: concurrency, pipelining: 1 })
  const path = new URL(url).pathname
  const latenciesMs: number[] = []
  let number = 0
  let failure: string | undefined
  const start = performance.now()
  const endsAt = start + seconds * 1000
  const worker = async (_: unknown, connection: number) => {
    const own = headers[connection % headers.length]
    while (performance.now() < endsAt) {
      const sentAt = performance.now()
      const response = await pool.request({
        path,
        method: 'POST',
        headers: { ...own, 'content-type': 'application/json', accept: 'application/json' },
        body: body(number++),
      })
      const text = await response.body.text()
      latenciesMs.push(performance.now() - sentAt)
      if (response.statusCode !== 200 || text.includes('"errors":[')) {
        failure ??= `${response.statusCode} ${text.slice(0, 300)}`
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const took = (performance.now() - start) / 1000
  await pool.close()
  return { requests: latenciesMs.length, seconds: took, failure, latenciesMs }
}

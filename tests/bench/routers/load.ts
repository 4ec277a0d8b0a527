import { Pool } from 'undici'

/** What one burst of requests gave. */
export interface Burst {
  requests: number
  seconds: number
  errors: number
  /** Of each request, in the order in which they ended. */
  latenciesMs: number[]
}

export interface BurstPlan {
  url: string
  headers: Record<string, string>
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
  let errors = 0
  const start = performance.now()
  const endsAt = start + seconds * 1000
  const worker = async () => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now()
      const response = await pool.request({
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: body(number++),
      })
      const text = await response.body.text()
      latenciesMs.push(performance.now() - sentAt)
      if (response.statusCode !== 200 || text.includes('"errors":[')) errors++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const took = (performance.now() - start) / 1000
  await pool.close()
  return { requests: latenciesMs.length, seconds: took, errors, latenciesMs }
}

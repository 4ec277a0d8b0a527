import { Pool } from 'undici'

/** What one burst of requests gave. */
export interface LoadResult {
  requestsPerSec: number
  p50Ms: number
  p99Ms: number
  errors: number
}

/** Sends `count` equal requests over `concurrency` connections and waits for all answers. */
export async function load(
  url: string,
  query: string,
  count: number,
  concurrency: number,
): Promise<LoadResult> {
  const pool = new Pool(new URL(url).origin, { connections: concurrency, pipelining: 1 })
  const body = JSON.stringify({ query })
  const latencies: number[] = []
  let left = count
  let errors = 0
  const worker = async () => {
    while (left-- > 0) {
      const start = performance.now()
      const response = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
      })
      const text = await response.body.text()
      latencies.push(performance.now() - start)
      if (response.statusCode !== 200 || text.startsWith('{"errors"') || text.includes('"errors":[')) errors++
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - start) / 1000
  await pool.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.ceil(latencies.length * share) - 1)] ?? 0
  return { requestsPerSec: count / seconds, p50Ms: at(0.5), p99Ms: at(0.99), errors }
}

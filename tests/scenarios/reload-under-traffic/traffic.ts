import { Pool } from 'undici'

/** What routers under this traffic are given: nobody is turned away for asking too often. */
export const unhurried = {
  REQUESTS_PER_MINUTE: JSON.stringify({ staff: 1_000_000, visitor: 1_000_000 }),
}

/** Something that is asked again and again. */
export interface Asked {
  token: string
  query: string
  variables?: Record<string, unknown>
}

/** Requests that never stop, over connections that are kept. */
export interface Traffic {
  /** Requests that were answered so far. */
  readonly answered: number
  /** Everything that was not answered with data alone. */
  readonly failures: string[]
  /** Connections that the router has closed. */
  readonly dropped: number
  stop(): Promise<void>
}

/** Asks each of these in a loop of its own: the next request leaves when the answer is there. */
export function startTraffic(url: string, all: readonly Asked[]): Traffic {
  const pool = new Pool(url, { connections: all.length })
  let answered = 0
  let dropped = 0
  let running = true
  const failures: string[] = []
  pool.on('disconnect', () => {
    if (running) dropped++
  })
  const repeat = async ({ token, query, variables = {} }: Asked) => {
    const request = {
      path: '/graphql',
      method: 'POST' as const,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    }
    while (running) {
      try {
        const { statusCode, body } = await pool.request(request)
        const text = await body.text()
        if (statusCode !== 200 || !text.startsWith('{"data":{') || text.includes('"errors"')) {
          failures.push(`${statusCode} ${text}`)
        }
      } catch (error) {
        failures.push(String(error))
      }
      answered++
    }
  }
  const loops = all.map(repeat)
  return {
    get answered() {
      return answered
    },
    failures,
    get dropped() {
      return dropped
    },
    async stop() {
      running = false
      await Promise.all(loops)
      await pool.close()
    },
  }
}

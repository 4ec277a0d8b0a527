import { WebSocket } from 'ws'
import { z } from 'zod'
import { until } from '#platform/testkit/until.ts'

/** A process's memory after its garbage was collected, in bytes. */
export interface CollectedMemory {
  heapUsed: number
  /** Buffers and other memory that JavaScript objects hold outside of the heap. */
  external: number
  rss: number
}

/** A debugger's connection to a running Node process. */
export interface Inspector {
  memory(): Promise<CollectedMemory>
  close(): void
}

const targets = z.array(z.object({ webSocketDebuggerUrl: z.url() })).min(1)
const memoryUsage = z.object({ heapUsed: z.number(), external: z.number(), rss: z.number() })
const collections = 3

/**
 * Looks into a Node process from outside, so that the program under test needs no code for it. Until this call the
 * process runs without an inspector.
 * @param port what the process was started with: `--inspect-port=127.0.0.1:<port>`
 */
export async function inspectProcess(pid: number, port: number): Promise<Inspector> {
  // Node's own signal for it: https://nodejs.org/api/process.html#signal-events
  process.kill(pid, 'SIGUSR1')
  const address = await until('the inspector listens', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`)
    return targets.parse(await response.json())[0]?.webSocketDebuggerUrl
  })
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const calls = new Map<number, (message: Record<string, unknown>) => void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number }
    if (message.id !== undefined) calls.get(message.id)?.(message)
  })

  let last = 0
  const call = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      const id = ++last
      calls.set(id, (message) => {
        calls.delete(id)
        resolve(message)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })

  return {
    async memory() {
      // What finalizers and weak references let go is collected by a later round.
      for (let round = 0; round < collections; round++) await call('HeapProfiler.collectGarbage')
      const answer = await call('Runtime.evaluate', {
        expression: 'process.memoryUsage()',
        returnByValue: true,
      })
      const { result } = z
        .object({ result: z.object({ result: z.object({ value: memoryUsage }) }) })
        .parse(answer)
      return result.result.value
    },
    close: () => socket.terminate(),
  }
}

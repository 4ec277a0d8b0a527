import { Wake } from '../waiting/wake.ts'
import type { LiveEvent } from './live-event.ts'
import type { LiveSource } from './live-iterator.ts'
import type { StateOptions } from './live-topics.ts'
import { type Signals, signalsMayBeLost } from './signals.ts'

/**
 * Reads the state when its reader asks for it and something has changed since: states that nobody waited for are
 * never read, which is the conflation. The version is the time of the read in milliseconds, made to grow.
 */
export function stateSource<T>(
  signals: Signals,
  heartbeatMs: number,
  topic: string,
  read: () => Promise<T>,
  { minIntervalMs = 100 }: StateOptions = {},
): LiveSource<T> {
  const wake = new Wake()
  let closed = false
  /** Somebody said that it has changed, which counts even where the value itself looks the same. */
  let announced = true
  let look = true
  let version = 0
  let readAt = 0
  let sent: string | undefined
  const unlisten = signals.listen(topic, (head) => {
    if (head === signalsMayBeLost) look = true
    else announced = true
    wake.fire()
  })

  async function pause(): Promise<void> {
    const endsAt = readAt + minIntervalMs
    while (!closed && Date.now() < endsAt) await wake.wait(endsAt - Date.now())
  }

  return {
    async next(): Promise<LiveEvent<T> | undefined> {
      while (!closed) {
        if (!announced && !look) await wake.wait(heartbeatMs)
        if (closed) break
        await pause()
        if (closed) break
        const told = announced
        announced = false
        look = false
        readAt = Date.now()
        const value = await read()
        const text = JSON.stringify(value)
        if (!told && text === sent) continue
        sent = text
        version = Math.max(version + 1, readAt)
        return { value, live: { topic, kind: 'STATE', version } }
      }
      return undefined
    },
    close() {
      closed = true
      unlisten()
      wake.fire()
    },
  }
}

import { Wake } from '../waiting/wake.ts'
import type { LiveCursors } from './cursors.ts'
import { liveCursorExpired } from './live-cursor-expired.ts'
import { liveCursorInvalid } from './live-cursor-invalid.ts'
import type { LiveEvent } from './live-event.ts'
import type { LiveSource } from './live-iterator.ts'
import type { EventsOptions } from './live-topics.ts'
import type { Signals } from './signals.ts'

/** Events held for one reader; the rest waits in the store. */
const batchSize = 100

/**
 * Reads the store behind the last event whenever a signal or the heartbeat shows a greater head, and gives out what
 * it read one by one: no event is missed, none comes twice, and a slow reader costs one batch of memory.
 */
export function eventSource<T>(
  signals: Signals,
  cursors: LiveCursors,
  heartbeatMs: number,
  topic: string,
  { after, viewer, head, read }: EventsOptions<T>,
): LiveSource<T> {
  const wake = new Wake()
  const batch: Array<{ sequence: number; value: T }> = []
  let closed = false
  /** Sequence of the last event given out or in the batch; undefined before the beginning is known. */
  let last: number | undefined
  let mayHaveMore = true
  const unlisten = signals.listen(topic, (sequence) => {
    if (last !== undefined && sequence <= last) return
    mayHaveMore = true
    wake.fire()
  })

  async function begin(): Promise<number> {
    const present = await head()
    if (!after) return present
    const seen = cursors.sequenceOf(topic, after, viewer)
    if (seen > present) throw liveCursorInvalid({ topic })
    return seen
  }

  async function fill(from: number): Promise<void> {
    mayHaveMore = false
    const rows = await read(from, batchSize)
    let expected = from + 1
    for (const row of rows) {
      if (row.sequence !== expected) break
      batch.push(row)
      expected += 1
    }
    const first = rows[0]
    if (first && first.sequence !== from + 1) throw liveCursorExpired({ topic })
    last = expected - 1
    if (batch.length > 0) mayHaveMore = true
  }

  return {
    async beginning() {
      last ??= await begin()
      return { topic, kind: 'EVENT', sequence: last, cursor: cursors.at(topic, last, viewer) }
    },
    async next(): Promise<LiveEvent<T> | undefined> {
      last ??= await begin()
      while (!closed) {
        const row = batch.shift()
        if (row) {
          const { sequence, value } = row
          const cursor = cursors.at(topic, sequence, viewer)
          return { value, live: { topic, kind: 'EVENT', sequence, cursor } }
        }
        if (!mayHaveMore && !(await wake.wait(heartbeatMs)) && !closed) mayHaveMore = (await head()) > last
        if (mayHaveMore && !closed) await fill(last)
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

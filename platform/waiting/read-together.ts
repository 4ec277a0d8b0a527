export interface ReadTogether<A, R> {
  /** One read for all who ask; what it gives must hold for each of them. */
  read(asked: readonly A[]): Promise<R>
  /** After a read, no other begins for so many times what it took: 4 when left out, so reading takes a fifth of the time. */
  restFactor?: number
  /** The longest rest, so that one stalled read delays the next ones little; two seconds when left out. */
  maxRestMs?: number
}

/**
 * A read that costs much, shared by all who ask for it: one at a time, with a rest in proportion to what it took. Nothing
 * is kept: each read begins after everybody whom it answers has asked, so nobody gets what was true before. What is
 * cheap is answered at once; what is dear comes later under load, and never costs more than its share.
 */
export function createReadTogether<A, R>({
  read,
  restFactor = 4,
  maxRestMs = 2_000,
}: ReadTogether<A, R>): (asks: A) => Promise<R> {
  let waiting: Array<{ asks: A; resolve(result: R): void; reject(error: unknown): void }> = []
  let working = false

  async function work(): Promise<void> {
    working = true
    // Those who ask in the same turn of the event loop belong together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      const begunAt = performance.now()
      try {
        const result = await read(group.map(({ asks }) => asks))
        for (const { resolve } of group) resolve(result)
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
      const restMs = Math.min(maxRestMs, (performance.now() - begunAt) * restFactor)
      await new Promise((resolve) => setTimeout(resolve, restMs))
    }
    working = false
  }

  return (asks) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ asks, resolve, reject })
      if (!working) void work()
    })
}

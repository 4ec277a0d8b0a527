import { expect, test } from 'vitest'
import { within } from './within.ts'
import { createReadTogether } from './read-together.ts'

/** A read that goes on until the test ends it. */
function stoppable(restFactor = 0) {
  const reads: Array<{ asked: readonly string[]; end(result: string): void; fail(error: Error): void }> = []
  const begun: Array<() => void> = []
  const ask = createReadTogether<string, string>({
    restFactor,
    read(asked) {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      reads.push({ asked, end: resolve, fail: reject })
      begun.shift()?.()
      return promise
    },
  })
  /** The next read that begins. */
  const next = async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    begun.push(() => resolve(undefined))
    await promise
    const read = reads.at(-1)
    if (!read) throw new Error('no read has begun')
    return read
  }
  return { ask, next, reads }
}

test('who asks together shares a read, and who asks while one goes on shares the one after it', async () => {
  const { ask, next, reads } = stoppable()
  const first = next()
  const early = [ask('a'), ask('b')]
  const begun = await first
  expect(begun.asked).toEqual(['a', 'b'])
  // What is being read may be older than these: they are not answered by it.
  const second = next()
  const late = [ask('c'), ask('d'), ask('e')]
  begun.end('as it was')
  expect(await Promise.all(early)).toEqual(['as it was', 'as it was'])
  const after = await second
  expect(after.asked).toEqual(['c', 'd', 'e'])
  after.end('as it is')
  expect(await Promise.all(late)).toEqual(['as it is', 'as it is', 'as it is'])
  expect(reads).toHaveLength(2)
})

test('a read that fails fails for those who shared it, and for nobody else', async () => {
  const { ask, next } = stoppable()
  const first = next()
  const failing = Promise.allSettled([ask('a'), ask('b')])
  const begun = await first
  const second = next()
  const later = ask('c')
  begun.fail(new Error('the store is away'))
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  ;(await second).end('it is back')
  expect(await later).toBe('it is back')
})

/** Asks for a read of some length three times, each time when the one before has been answered. */
async function askInARow(options: { restFactor: number; maxRestMs?: number }) {
  const reads: Array<{ begunAt: number; endedAt: number }> = []
  const ask = createReadTogether<undefined, undefined>({
    ...options,
    async read() {
      const begunAt = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 20))
      reads.push({ begunAt, endedAt: performance.now() })
      return undefined
    },
  })
  for (let times = 0; times < 3; times += 1) await ask(undefined)
  return reads
}

test('reading takes its share of the time and no more, however often it is asked for', async () => {
  const reads = await askInARow({ restFactor: 4 })
  expect(reads).toHaveLength(3)
  for (const [at, { begunAt, endedAt }] of reads.entries()) {
    const next = reads[at + 1]
    // A timer may go off a little early.
    if (next) expect(next.begunAt - endedAt).toBeGreaterThan(3.5 * (endedAt - begunAt))
  }
})

test('a stalled read does not hold the next ones up for long', async () => {
  const reads = await within(20_000, 'three reads', askInARow({ restFactor: 10_000, maxRestMs: 1 }))
  expect(reads).toHaveLength(3)
})

import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { pageOf } from '../graph/connection.ts'
import { defineJob } from '../jobs/define-job.ts'
import { eventQueueName } from '../queues/queues.ts'
import { testPrefix } from '../testkit/test-config.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { until } from '../testkit/until.ts'
import { defineConsumer } from './consume.ts'
import { DeadLetters, listDeadLetters, replayDeadLetter } from './dead-letters.ts'
import { keepReceipt, Receipts, sell, sold, writeReceipt } from './fixtures/shop.ts'

const running: TestService[] = []
async function start(...args: Parameters<typeof createTestService>): Promise<TestService> {
  const service = await createTestService(...args)
  running.push(service)
  return service
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()))
})

const letters = ({ ctx }: TestService) => listDeadLetters(ctx, pageOf({}))

test('an event whose consumer always fails is kept with its reason, masked, and works when replayed', async () => {
  const prefix = testPrefix()
  let tries = 0
  let mended = false
  const fails = defineConsumer({
    event: sold,
    async run(ctx, envelope, session) {
      tries += 1
      await keepReceipt(ctx, envelope, session)
      if (!mended) throw new Error('no ledger for lisa@example.org')
    },
  })
  const books = await start({ name: 'books', prefix, consumers: [fails] })
  const shop = await start({ name: 'shop', prefix })
  await sell(shop.ctx, 'sale-1')
  const [letter] = await until('it is given up', async () =>
    (await letters(books)).length ? letters(books) : null,
  )
  expect(letter).toMatchObject({
    kind: 'EVENT',
    source: 'sold',
    reason: 'no ledger for [email]',
    attempts: 3,
    replayedAt: null,
  })
  expect(tries).toBe(3)
  expect(await Receipts(books.ctx.db).countDocuments(), 'no effect of a failed try').toBe(0)

  mended = true
  const id = letter?._id ?? ''
  const both = await Promise.all([replayDeadLetter(books.ctx, id), replayDeadLetter(books.ctx, id)])
  expect(both.map(({ replayedAt }) => replayedAt)).toEqual([expect.any(Date), expect.any(Date)])
  await until('the receipt is written', () => Receipts(books.ctx.db).exists({ _id: 'sale-1', count: 1 }))
  await replayDeadLetter(books.ctx, id)
  expect(tries).toBe(4)
})

test('a replay that fails brings the letter back', async () => {
  const prefix = testPrefix()
  const fails = defineConsumer({ event: sold, run: () => Promise.reject(new Error('still broken')) })
  const books = await start({ name: 'books', prefix, consumers: [fails] })
  const shop = await start({ name: 'shop', prefix })
  await sell(shop.ctx, 'sale-1')
  const [letter] = await until('it is given up', async () =>
    (await letters(books)).length ? letters(books) : null,
  )
  await replayDeadLetter(books.ctx, letter?._id ?? '')
  await until('it is back', () => DeadLetters(books.ctx.db).exists({ attempts: 4, replayedAt: null }))
  expect(await letters(books)).toHaveLength(1)
})

test.each([
  ['no consumer', { type: 'unheard-of' }, /no consumer of unheard-of/],
  ['a newer version', { version: 3 }, /newer than this program/],
  ['a wrong payload', { payload: { saleId: 7 } }, /payload of sold is wrong/],
])('%s goes to the dead letters at its first try', async (_what, change, reason) => {
  const prefix = testPrefix()
  const books = await start({ name: 'books', prefix, consumers: [writeReceipt] })
  const shop = await start({ name: 'shop', prefix, working: false })
  await sell(shop.ctx, 'sale-1')
  const data = { ...shop.emitted(sold)[0], ...change }
  await books.ctx.queues.open(eventQueueName('books')).add('sold', data, { attempts: 9 })
  const [letter] = await until('it is given up', async () =>
    (await letters(books)).length ? letters(books) : null,
  )
  expect(letter).toMatchObject({ attempts: 1, reason: expect.stringMatching(reason) })
})

test('an older version is upcast', async () => {
  const prefix = testPrefix()
  const books = await start({ name: 'books', prefix, consumers: [writeReceipt] })
  const shop = await start({ name: 'shop', prefix, working: false })
  await sell(shop.ctx, 'sale-1')
  const data = { ...shop.emitted(sold)[0], version: 1, payload: { saleId: 'old', till: 't', at: new Date() } }
  await books.ctx.queues.open(eventQueueName('books')).add('sold', data)
  await until('the receipt is written', () => Receipts(books.ctx.db).exists({ _id: 'old', order: 0 }))
})

test('a job that always fails is kept, listed newest first, and replayed', async () => {
  let broken = true
  const runs: string[] = []
  const bake = defineJob({
    name: 'bake',
    payload: z.object({ cake: z.string() }),
    key: ({ cake }) => cake,
    attempts: 2,
    run: async (_ctx, { cake }) => {
      runs.push(cake)
      if (broken) throw new Error('the oven is cold')
    },
  })
  const service = await start({ name: 'bakery', jobs: [bake] })
  await service.ctx.enqueue(bake, { cake: 'first' })
  await until('it is given up', async () => (await letters(service)).length === 1)
  await service.ctx.enqueue(bake, { cake: 'second' })
  const both = await until('both are given up', async () =>
    (await letters(service)).length > 1 ? letters(service) : null,
  )
  expect(both.map(({ data }) => data)).toEqual([{ cake: 'second' }, { cake: 'first' }])
  expect(runs).toEqual(['first', 'first', 'second', 'second'])
  broken = false
  await replayDeadLetter(service.ctx, both[0]?._id ?? '')
  await until('it ran', () => runs.length === 5)
  expect(runs.at(-1)).toBe('second')
  await expect(replayDeadLetter(service.ctx, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type Queue } from 'bullmq'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createLogger } from '../log/logger.ts'
import { createQueues, eventQueueName } from '../queues/queues.ts'
import { testEnvironment, testPrefix } from '../testkit/test-config.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { until } from '../testkit/until.ts'
import { defineConsumer } from './consume.ts'
import { eventsIn } from './event-jobs.ts'
import { Receipts, Sales, sell, sold, writeReceipt } from './fixtures/shop.ts'
import { Outbox } from './outbox.ts'
import { isNewest } from './version-guard.ts'

const running: TestService[] = []
async function start(...args: Parameters<typeof createTestService>): Promise<TestService> {
  const service = await createTestService(...args)
  running.push(service)
  return service
}
afterEach(async () => {
  // Some of them share one database: one after another.
  for (const service of running.splice(0).reverse()) await service.stop()
})

const receipts = ({ ctx }: TestService): Promise<Array<{ _id: string; count: number }>> =>
  Receipts(ctx.db).find().sort({ _id: 1 }).lean()

test('an event reaches its consumer, typed and with its cause', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix })
  const seen: unknown[] = []
  const look = defineConsumer({
    event: sold,
    async run(ctx, envelope, session) {
      seen.push(envelope)
      if (envelope.causationId) return
      await ctx.emit(sold, { ...envelope.payload, saleId: 'caused' }, session)
    },
  })
  const books = await start({ name: 'books', prefix, consumers: [look], working: false })
  books.work()
  await sell(shop.ctx, 'sale-1')
  const [caused] = await until('the consumer has emitted', () =>
    books.emitted(sold).length ? books.emitted(sold) : null,
  )
  const [event] = shop.emitted(sold)
  expect(seen[0]).toMatchObject({
    id: event?.id,
    type: 'sold',
    version: 2,
    aggregateId: 'till-1',
    payload: { saleId: 'sale-1', till: 'till-1', at: new Date(0), cents: 100 },
  })
  expect((seen[0] as typeof event)?.occurredAt).toEqual(event?.occurredAt)
  expect(caused?.causationId).toBe(event?.id)
  expect(event?.causationId).toBeUndefined()
})

test('nothing leaves when the transaction aborts', async () => {
  const shop = await start({ name: 'shop', working: false })
  const work = shop.ctx.transaction(async (session) => {
    await shop.ctx.emit(sold, { saleId: 's', till: 't', at: new Date(), cents: 1 }, session)
    throw new Error('not sold')
  })
  await expect(work).rejects.toThrow('not sold')
  expect(await Outbox(shop.ctx.db).countDocuments()).toBe(0)
  expect(shop.emitted(sold)).toEqual([])
})

test('delivered a hundred times at once and again later, an event has its effect once', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  const books = await start({ name: 'books', prefix, consumers: [writeReceipt] })
  await sell(shop.ctx, 'sale-1')
  const [event] = shop.emitted(sold)
  const queue = books.ctx.queues.open(eventQueueName('books'))
  // Other job ids, and other aggregates by name, so that neither BullMQ nor the order by aggregate hides a duplicate.
  const deliver = (from: number): Promise<unknown> =>
    queue.addBulk(
      Array.from({ length: 50 }, (_, at) => ({
        name: 'sold',
        data: { ...event, aggregateId: `lane-${at % 16}` },
        opts: { jobId: `copy-${from + at}`, removeOnComplete: true },
      })),
    )
  await Promise.all([deliver(0), deliver(50)])
  await until('the queue is empty', async () => (await pending(queue)) === 0)
  await deliver(100)
  await until('the queue is empty again', async () => (await pending(queue)) === 0)
  expect(await receipts(books)).toEqual([expect.objectContaining({ _id: 'sale-1', count: 1 })])
})

test('three relays share one outbox and every event arrives once', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  await Promise.all(Array.from({ length: 300 }, (_, at) => sell(shop.ctx, `sale-${at}`, `till-${at % 7}`)))
  const queues = createQueues(shop.ctx.valkey, prefix, createLogger('test', 'silent'))
  const queue = queues.open(eventQueueName('books'))
  const relays = await Promise.all([1, 2, 3].map(() => start({ name: 'shop', prefix })))
  await until('the outbox is empty', async () => (await Outbox(shop.ctx.db).countDocuments()) === 0)
  const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed'])
  const payloads = jobs
    .flatMap(({ data }) => eventsIn(data))
    .map(({ payload }) => payload as { saleId: string })
  expect(payloads).toHaveLength(300)
  expect(new Set(payloads.map(({ saleId }) => saleId)).size).toBe(300)
  const relayed = await Promise.all(
    relays.map(async ({ metrics }) => (await metrics.relayedEvents.get()).values),
  )
  expect(relayed.flat().reduce((sum, { value }) => sum + value, 0)).toBe(300)
  await queues.close()
})

test('a seller killed -9 again and again loses no event and has none counted twice', {
  timeout: 240_000,
}, async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  const books = await start({ name: 'books', prefix, consumers: [writeReceipt] })
  let leftBehind = 0
  for (let round = 1; round <= 4; round += 1) {
    const before = await Sales(shop.ctx.db).countDocuments()
    const seller = fork(new URL('./fixtures/selling-process.ts', import.meta.url), {
      env: { ...process.env, ...testEnvironment(prefix) },
      execArgv: [],
    })
    onTestFinished(() => void seller.kill('SIGKILL'))
    const exited = once(seller, 'exit')
    await until('it has sold', async () => (await Sales(shop.ctx.db).countDocuments()) > before + 20 * round)
    seller.kill('SIGKILL')
    expect((await exited)[1]).toBe('SIGKILL')
    leftBehind += await Outbox(shop.ctx.db).countDocuments()
  }
  expect(leftBehind, 'events that were committed and not relayed when it died').toBeGreaterThan(0)
  shop.work()
  const sales = await Sales(shop.ctx.db).countDocuments()
  await until(
    'all receipts are written',
    async () => (await Receipts(books.ctx.db).countDocuments()) >= sales,
    60_000,
  )
  await until('the outbox is empty', async () => (await Outbox(shop.ctx.db).countDocuments()) === 0)
  const queue = books.ctx.queues.open(eventQueueName('books'))
  await until('the queue is empty', async () => (await pending(queue)) === 0)
  const written = await receipts(books)
  const sold = await Sales(shop.ctx.db).find().sort({ _id: 1 }).lean()
  expect(written.map(({ _id }) => _id)).toEqual(sold.map(({ _id }) => _id))
  expect(written.filter(({ count }) => count !== 1)).toEqual([])
})

test('events of one aggregate are consumed one after another', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  const seen: string[] = []
  let atOnce = 0
  const look = defineConsumer({
    event: sold,
    async run(_ctx, { payload }) {
      atOnce += 1
      expect(atOnce).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(payload.saleId)
      atOnce -= 1
    },
  })
  const books = await start({ name: 'books', prefix, consumers: [look] })
  const ids = Array.from({ length: 40 }, (_, at) => `sale-${at}`)
  for (const id of ids) await sell(shop.ctx, id, 'one-till')
  shop.work()
  await until('all are consumed', () => seen.length >= ids.length)
  // Which of two that wait comes first is not promised: the queue hands them out side by side. Versions guard that.
  expect([...seen].sort()).toEqual([...ids].sort())
  expect(await books.ctx.db.collection('deadLetters').countDocuments()).toBe(0)
})

test('older news that arrive late are told by the version guard', async () => {
  const { ctx } = await start({ name: 'books', working: false })
  const see = (aggregateVersion: number, aggregateId = 'a'): Promise<boolean> =>
    ctx.transaction((session) =>
      isNewest(
        ctx,
        'names',
        {
          id: 'x',
          type: 't',
          version: 1,
          aggregateId,
          aggregateVersion,
          occurredAt: new Date(),
          payload: {},
        },
        session,
      ),
    )
  expect([await see(2), await see(1), await see(2), await see(3), await see(1, 'b')]).toEqual([
    true,
    false,
    false,
    true,
    true,
  ])
  const raced = await Promise.all(Array.from({ length: 8 }, () => see(9)))
  expect(raced.filter(Boolean)).toHaveLength(1)
})

async function pending(queue: Queue): Promise<number> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

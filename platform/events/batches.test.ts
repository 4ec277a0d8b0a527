import { afterEach, expect, test } from 'vitest'
import { newId } from '../ids/new-id.ts'
import { eventQueueName } from '../queues/queues.ts'
import { lanes } from '../queues/lanes.ts'
import { testPrefix } from '../testkit/test-config.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { until } from '../testkit/until.ts'
import { defineConsumer } from './consume.ts'
import { DeadLetters } from './dead-letters.ts'
import { deliverEvents } from './deliver-events.ts'
import { eventsIn } from './event-jobs.ts'
import { keepReceipt, Receipts, sell, sold, writeReceipt } from './fixtures/shop.ts'
import { Outbox, outboxRow } from './outbox.ts'

const running: TestService[] = []
async function start(...args: Parameters<typeof createTestService>): Promise<TestService> {
  const service = await createTestService(...args)
  running.push(service)
  return service
}
afterEach(async () => {
  for (const service of running.splice(0).reverse()) await service.stop()
})

/** Events of tills of their own, as they come out of the queue. */
function wires(count: number): unknown[] {
  return Array.from({ length: count }, (_, at) => {
    const payload = { saleId: `sale-${at}`, till: `till-${at}`, at: new Date(0), cents: 100 }
    const row = outboxRow(sold, payload, { occurredAt: new Date(0) })
    return JSON.parse(JSON.stringify(row)) as unknown
  })
}

const batchContext = ({ ctx }: TestService) => ({ ...ctx, causedBy: () => ctx })

test('a batch is one call and one transaction, and a batch that comes again has no effect', async () => {
  const books = await start({ name: 'books', working: false })
  const calls: number[] = []
  const sessions = new Set<unknown>()
  const consumer = defineConsumer({
    event: sold,
    async runBatch(ctx, envelopes, session) {
      calls.push(envelopes.length)
      sessions.add(session)
      for (const envelope of envelopes) await keepReceipt(ctx, envelope, session)
    },
  })
  const batch = wires(20)
  const first = await deliverEvents(batchContext(books), [consumer], batch)
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['fulfilled']))
  expect([calls, sessions.size]).toEqual([[20], 1])
  const again = await deliverEvents(batchContext(books), [consumer], [...batch, ...wires(1)])
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set(['fulfilled']))
  expect(await Receipts(books.ctx.db).countDocuments({ count: 1 })).toBe(19)
  expect(await Receipts(books.ctx.db).findById('sale-0').lean()).toMatchObject({ count: 2 })
})

test('of a batch with poisoned events only these fail, each with its own reason', async () => {
  const books = await start({ name: 'books', working: false })
  const poisoned = new Set(['sale-3', 'sale-4', 'sale-17'])
  const consumer = defineConsumer({
    event: sold,
    async run(ctx, envelope, session) {
      await keepReceipt(ctx, envelope, session)
      const { saleId } = envelope.payload
      if (poisoned.has(saleId)) throw new Error(`${saleId} is poisoned`)
    },
  })
  const results = await deliverEvents(
    batchContext(books),
    [consumer],
    [...wires(20), { ...(wires(1)[0] as object), id: newId(), payload: {} }],
  )
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
  expect(reasons).toEqual([
    'Error: sale-3 is poisoned',
    'Error: sale-4 is poisoned',
    'Error: sale-17 is poisoned',
    expect.stringContaining('the payload of sold is wrong'),
  ])
  const kept = await Receipts(books.ctx.db).find({}, { _id: 1 }).lean()
  expect(kept.map(({ _id }) => _id).sort()).toEqual(
    Array.from({ length: 20 }, (_, at) => `sale-${at}`)
      .filter((id) => !poisoned.has(id))
      .sort(),
  )
})

test('two consumers of one event do not undo each other', async () => {
  const books = await start({ name: 'books', working: false })
  const fails = defineConsumer({ event: sold, name: 'fails', run: () => Promise.reject(new Error('broken')) })
  const results = await deliverEvents(batchContext(books), [writeReceipt, fails], wires(4))
  expect(results.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(await Receipts(books.ctx.db).countDocuments({ count: 1 })).toBe(4)
})

test('what is consumed under load is consumed in batches, in order for each aggregate', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  const sizes: number[] = []
  const look = defineConsumer({
    event: sold,
    async runBatch(_ctx, envelopes) {
      sizes.push(envelopes.length)
      expect(new Set(envelopes.map(({ aggregateId }) => aggregateId)).size).toBe(envelopes.length)
    },
  })
  for (let at = 0; at < 120; at++) await sell(shop.ctx, `sale-${at}`, `till-${at % 30}`)
  shop.work()
  const books = await start({ name: 'books', prefix, working: false, consumers: [look] })
  const queue = books.ctx.queues.open(eventQueueName('books'))
  await until('all wait', async () => {
    const jobs = await queue.getJobs(['waiting'])
    return jobs.flatMap(({ data }) => eventsIn(data)).length === 120
  })
  books.work()
  await until('all are consumed', () => sizes.reduce((sum, size) => sum + size, 0) >= 120)
  expect(sizes.length).toBeLessThan(60)
})

test('of events that travel together one that fails has its own tries and its own letter', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  let tries = 0
  const look = defineConsumer({
    event: sold,
    async run(ctx, envelope, session) {
      await keepReceipt(ctx, envelope, session)
      if (envelope.payload.saleId !== 'sale-7') return
      tries += 1
      throw new Error('poisoned')
    },
  })
  await shop.ctx.transaction(async (session) => {
    for (let at = 0; at < 15; at++) {
      const sale = { saleId: `sale-${at}`, till: `till-${at}`, at: new Date(0), cents: 1 }
      await shop.ctx.emit(sold, sale, session)
    }
  })
  const books = await start({ name: 'books', prefix, working: false, consumers: [look] })
  shop.work()
  const queue = books.ctx.queues.open(eventQueueName('books'))
  await until('they wait as one job', async () => (await queue.getWaitingCount()) === 1)
  books.work()
  const [letter] = await until('it is given up', async () => {
    const letters = await DeadLetters(books.ctx.db).find().lean()
    return letters.length > 0 ? letters : undefined
  })
  expect(letter).toMatchObject({ source: 'sold', attempts: 3, reason: 'poisoned' })
  expect((letter?.data as { payload: { saleId: string } }).payload.saleId).toBe('sale-7')
  expect(tries).toBeGreaterThan(3)
  expect(await Receipts(books.ctx.db).countDocuments({ count: 1 })).toBe(14)
})

test('an urgent event overtakes a thousand that wait, at the relay and at the consumer', async () => {
  const prefix = testPrefix()
  const shop = await start({ name: 'shop', prefix, working: false })
  const urgent = { ...sold, lane: () => 'urgent' as const }
  const seen: string[] = []
  let consumedBefore = -1
  const look = defineConsumer({
    event: sold,
    async run(ctx, envelope, session) {
      await keepReceipt(ctx, envelope, session)
      ctx.afterCommit(session, () => void seen.push(envelope.payload.saleId))
    },
  })
  for (let round = 0; round < 10; round++) {
    await shop.ctx.transaction(async (session) => {
      for (let at = 0; at < 100; at++) {
        const id = `${round}-${at}`
        await shop.ctx.emit(sold, { saleId: id, till: id, at: new Date(0), cents: 1 }, session)
      }
    })
  }
  await shop.ctx.transaction((session) =>
    shop.ctx.emit(urgent, { saleId: 'call', till: 'call', at: new Date(0), cents: 1 }, session),
  )
  const books = await start({ name: 'books', prefix, consumers: [look] })
  shop.work()
  await until('the urgent one is consumed', () => {
    consumedBefore = seen.indexOf('call')
    return consumedBefore >= 0
  })
  expect(consumedBefore, 'it was written last').toBeLessThan(500)
  await until('all are consumed', () => seen.length === 1_001)
  expect(await Outbox(shop.ctx.db).countDocuments()).toBe(0)
  expect(lanes.indexOf('urgent')).toBe(0)
  expect(await books.ctx.db.collection('deadLetters').countDocuments()).toBe(0)
})

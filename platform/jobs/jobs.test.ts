import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { jobQueueName } from '../queues/queues.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { until } from '../testkit/until.ts'
import { defineJob } from './define-job.ts'

const running: TestService[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()))
})

/** A service with one job that notes what it ran. */
async function start(run?: (note: string) => Promise<void>, working = true) {
  const ran: string[] = []
  const job = defineJob({
    name: 'note-down',
    payload: z.object({ key: z.string(), note: z.string() }),
    key: ({ key }) => key,
    run: async (_ctx, { note }) => {
      ran.push(note)
      await run?.(note)
    },
  })
  const service = await createTestService({ name: 'notes', jobs: [job], working })
  running.push(service)
  const queue = service.ctx.queues.open(jobQueueName('notes', 'note-down'))
  return { service, ctx: service.ctx, job, ran, queue }
}

test('of equal keys one waits, and the later payload and time win', async () => {
  const { service, ctx, job, ran, queue } = await start(undefined, false)
  await ctx.enqueue(job, { key: 'room:1', note: 'first' }, { delayMs: 3_600_000 })
  await ctx.enqueue(job, { key: 'room:1', note: 'second' }, { delayMs: 50 })
  await ctx.enqueue(job, { key: 'room-1', note: 'another key' }, { delayMs: 3_600_000 })
  expect((await queue.getDelayed()).map(({ data }) => data.note).sort()).toEqual(['another key', 'second'])
  service.work()
  await until('it ran', () => ran.length > 0)
  expect(ran).toEqual(['second'])
  expect(await queue.getDelayedCount()).toBe(1)
})

test('a key that is enqueued while its job runs is run once more, with the latest payload', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const { ctx, job, ran } = await start((note) => (note === 'first' ? gate : Promise.resolve()))
  await ctx.enqueue(job, { key: 'k', note: 'first' })
  await until('the first runs', () => ran.length === 1)
  await ctx.enqueue(job, { key: 'k', note: 'second' })
  await ctx.enqueue(job, { key: 'k', note: 'third' })
  open()
  await until('it ran again', () => ran.length === 2)
  await ctx.enqueue(job, { key: 'k', note: 'fourth' })
  await until('and later once more', () => ran.length === 3)
  expect(ran).toEqual(['first', 'third', 'fourth'])
})

test('a job may arm its own successor', async () => {
  const { promise: armed, resolve: arm } = Promise.withResolvers<void>()
  const started = await start(async (note) => {
    if (note !== 'early') return
    await started.ctx.enqueue(started.job, { key: 'clock', note: 'due' }, { delayMs: 30 })
    arm()
  })
  await started.ctx.enqueue(started.job, { key: 'clock', note: 'early' })
  await armed
  await until('the successor ran', () => started.ran.length === 2)
  expect(started.ran).toEqual(['early', 'due'])
})

test('runAt is counted from the service clock', async () => {
  const { ctx, job, queue } = await start(undefined, false)
  await ctx.enqueue(job, { key: 'k', note: 'later' }, { runAt: new Date(ctx.now().getTime() + 60_000) })
  const [waiting] = await queue.getDelayed()
  expect(waiting?.opts.delay).toBeGreaterThan(50_000)
  expect(waiting?.opts.delay).toBeLessThanOrEqual(60_000)
  await ctx.enqueue(job, { key: 'past', note: 'now' }, { runAt: new Date(0) })
  expect(await queue.getWaitingCount()).toBe(1)
})

test('with a session it is enqueued by the commit, and not at all by an abort', async () => {
  const { ctx, job, ran, queue } = await start()
  const aborted = ctx.transaction(async (session) => {
    await ctx.enqueue(job, { key: 'a', note: 'aborted' }, { session })
    throw new Error('no')
  })
  await expect(aborted).rejects.toThrow('no')
  await ctx.transaction(async (session) => {
    await ctx.enqueue(job, { key: 'b', note: 'committed' }, { session })
    expect(await queue.count()).toBe(0)
  })
  await until('it ran', () => ran.length > 0)
  expect(ran).toEqual(['committed'])
})

test('a payload that is not the definition’s is refused where it is enqueued', async () => {
  const { ctx, job } = await start(undefined, false)
  const wrong = { key: 7, note: 'x' } as unknown as { key: string; note: string }
  await expect(ctx.enqueue(job, wrong)).rejects.toThrow()
})

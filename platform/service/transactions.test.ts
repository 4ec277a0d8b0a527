import { Schema } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineModel } from '../store/define-model.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'

interface Counter {
  _id: string
  count: number
}
const Counters = defineModel<Counter>(
  'Counter',
  new Schema<Counter>({ _id: String, count: Number }),
  'counters',
)

let service: TestService
beforeAll(async () => {
  service = await createTestService({ name: 'transactions', working: false })
})
afterAll(() => service.stop())

test('hooks run once, after the commit', async () => {
  const { ctx } = service
  const seen: Array<number | undefined> = []
  await ctx.transaction(async (session) => {
    ctx.afterCommit(session, async () => {
      seen.push((await Counters(ctx.db).findById('hooks').lean())?.count)
    })
    await Counters(ctx.db).create([{ _id: 'hooks', count: 1 }], { session })
    expect(seen).toEqual([])
  })
  expect(seen).toEqual([1])
})

test('an abort leaves no write and runs no hook', async () => {
  const { ctx } = service
  let hooks = 0
  const work = ctx.transaction(async (session) => {
    ctx.afterCommit(session, () => void hooks++)
    await Counters(ctx.db).create([{ _id: 'aborted', count: 1 }], { session })
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await Counters(ctx.db).exists({ _id: 'aborted' })).toBeNull()
  expect(hooks).toBe(0)
})

test('transactions that meet are retried until each has counted, with one hook each', async () => {
  const { ctx } = service
  await Counters(ctx.db).create({ _id: 'contended', count: 0 })
  let attempts = 0
  let hooks = 0
  await Promise.all(
    Array.from({ length: 12 }, () =>
      ctx.transaction(async (session) => {
        attempts += 1
        ctx.afterCommit(session, () => void hooks++)
        const before = await Counters(ctx.db).findById('contended').session(session).lean()
        await Counters(ctx.db).updateOne(
          { _id: 'contended' },
          { $set: { count: (before?.count ?? 0) + 1 } },
          { session },
        )
      }),
    ),
  )
  expect((await Counters(ctx.db).findById('contended').lean())?.count).toBe(12)
  expect(hooks).toBe(12)
  expect(attempts, 'they did meet').toBeGreaterThan(12)
})

test('a nested transaction joins when it is given the session', async () => {
  const { ctx } = service
  const work = ctx.transaction(async (outer) => {
    await ctx.transaction(async (inner) => {
      expect(inner).toBe(outer)
      await Counters(ctx.db).create([{ _id: 'nested', count: 1 }], { session: inner })
    }, outer)
    throw new Error('the outer one fails')
  })
  await expect(work).rejects.toThrow('the outer one fails')
  expect(await Counters(ctx.db).exists({ _id: 'nested' })).toBeNull()
})

test('a hook that fails takes nothing back, and the others run', async () => {
  const { ctx } = service
  let ran = false
  const result = await ctx.transaction(async (session) => {
    ctx.afterCommit(session, () => {
      throw new Error('a hook fails')
    })
    ctx.afterCommit(session, () => {
      ran = true
    })
    return 'committed'
  })
  expect([result, ran]).toEqual(['committed', true])
})

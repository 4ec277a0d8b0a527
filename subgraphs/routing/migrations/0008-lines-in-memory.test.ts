import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkItems, waitingStatuses } from '../models/work-item.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../testing/routing-under-test.ts'
import { linesInMemory } from './0008-lines-in-memory.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

test('the index of lines goes, once, and what waits is found by one that holds nothing else', async () => {
  const { collection } = WorkItems(routing.ctx.db)
  await collection.createIndex({ status: 1, line: 1, orderAt: 1, _id: 1 })
  await linesInMemory.up(routing.ctx)
  await linesInMemory.up(routing.ctx)
  const keys = (await collection.indexes()).map(({ key }) => Object.keys(key).join())
  expect(keys).toContain('status')
  expect(keys.filter((key) => key.includes('line'))).toEqual([])

  const waiting = await routing.request('CHAT')
  const gone = await routing.request('CHAT')
  await routing.ended(gone.sessionId, false)
  for (const status of ['QUEUED', { $in: [...waitingStatuses] }]) {
    const found = collection.find({ status })
    expect(await found.toArray()).toMatchObject([{ _id: waiting._id }])
    expect(await collection.find({ status }).explain('executionStats')).toMatchObject({
      executionStats: { totalKeysExamined: 1, totalDocsExamined: 1 },
    })
  }
})

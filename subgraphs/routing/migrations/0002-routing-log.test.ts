import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisionsOfItems } from '../services/log/decisions-of-items.ts'
import { WorkItems } from '../models/work-item.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../testing/routing-under-test.ts'
import { routingLog } from './0002-routing-log.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

test('embedded decisions move into the log once, in their order, and each item has a version', async () => {
  const { ctx } = routing
  const items = [await routing.request('CHAT'), await routing.request('CHAT'), await routing.request('CHAT')]
  const [old, bare, current] = items.map(({ _id }) => _id)
  if (!old || !bare || !current) throw new Error('three items were asked for')
  const embedded = [
    { at: new Date(1), kind: 'QUEUED', reason: 'FALLBACK' },
    { at: new Date(2), kind: 'OFFERED', agentId: 'ada', reason: 'ONLY_ELIGIBLE' },
  ]
  const rows = WorkItems(ctx.db).collection
  await rows.updateOne({ _id: old as never }, { $set: { decisions: embedded }, $unset: { version: 1 } })
  await rows.updateOne({ _id: bare as never }, { $unset: { version: 1 } })
  await routingLog.up(ctx)
  await routingLog.up(ctx)
  const decisions = await decisionsOfItems(ctx, [old, bare])
  // The first entry of each is of its own request, which the log of this test already had.
  expect(decisions.get(old)?.slice(1)).toMatchObject(embedded)
  expect(decisions.get(bare)).toHaveLength(1)
  const after = await rows.find({ _id: { $in: [old, bare] as never[] } }).toArray()
  expect(after.map(({ version }) => version as number).toSorted()).toEqual([1, 2])
  expect(after.every((item) => !('decisions' in item))).toBe(true)
  expect((await routing.item(current)).version).toBe(1)
})

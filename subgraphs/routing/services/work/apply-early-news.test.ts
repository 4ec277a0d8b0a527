import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { routingSubgraph } from '../../definition.ts'
import { EarlyNews } from '../../models/early-news.ts'
import { readsOf } from '../../testing/reads-of.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { applyEarlyNews } from './apply-early-news.ts'

let aheadMs = 0
let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest({ now: () => new Date(Date.now() + aheadMs) })
})
afterAll(() => routing.stop())

const heard = (sessionId: string, tier: 'STANDARD' | 'VIP' = 'VIP') =>
  deliver(routing.ctx, routingSubgraph.consumers ?? [], identityResolved, {
    channelIdentityId: newId(),
    customerId: newId(),
    sessionId,
    tier,
    rule: 'CHANNEL_ACCOUNT',
    resolvedAt: new Date(),
  })

test('news that overtake the work request are no failure, and are known once it is there', async () => {
  const sessionId = newId()
  await heard(sessionId)
  await applyEarlyNews(routing.ctx)
  // Minutes later: a burst of others was before it in the queue.
  aheadMs += 300_000
  const item = await routing.request('SOCIAL', { sessionId })
  expect(item.priority).toBe(0)
  await Promise.all([applyEarlyNews(routing.ctx), applyEarlyNews(routing.ctx)])
  expect(await routing.item(item._id)).toMatchObject({ customerTier: 'VIP', priority: 5 })
  expect(await EarlyNews(routing.ctx.db).countDocuments()).toBe(0)
  await routing.ended(sessionId, false)
})

test('a session that never asks is looked for less and less, some twenty times in an hour', async () => {
  await heard('never-asks')
  let looks = 0
  for (let sec = 0; sec < 3_600; sec += 1) {
    const row = await EarlyNews(routing.ctx.db).findById('never-asks', { lookAt: 1 }).lean()
    const waitMs = (row?.lookAt.getTime() ?? 0) - routing.ctx.now().getTime()
    // Nothing happens before it is due.
    if (waitMs > 0) {
      aheadMs += waitMs
      sec += Math.floor(waitMs / 1_000)
    }
    await applyEarlyNews(routing.ctx)
    looks += 1
  }
  expect(looks).toBeGreaterThan(10)
  expect(looks).toBeLessThan(25)
  const [ttl] = (await EarlyNews(routing.ctx.db).collection.indexes()).filter(
    ({ expireAfterSeconds }) => expireAfterSeconds,
  )
  expect(ttl).toMatchObject({ key: { heardAt: 1 }, expireAfterSeconds: 3_600 })
})

test('what is not due is not looked at', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, at) => heard(`quiet-${at}`)))
  expect(await applyEarlyNews(routing.ctx)).toBe(false)
  const [read, ...others] = await readsOf(routing.ctx, 'earlyNews', () => applyEarlyNews(routing.ctx))
  expect(others).toEqual([])
  expect(read).toMatchObject({ planSummary: 'IXSCAN { lookAt: 1 }', docsExamined: 0 })
})

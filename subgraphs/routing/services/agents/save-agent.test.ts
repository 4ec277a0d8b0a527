import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../models/agent.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { saveAgent } from './save-agent.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const capacity = { total: 60, voice: 60, chat: 20, social: 12, email: 12 }
const save = (more: Partial<typeof capacity>) =>
  saveAgent(routing.ctx, { _id: 'ada', name: 'Ada', skills: [], capacity: { ...capacity, ...more } })

test.each([
  [{ total: 0 }, ['capacity.total']],
  [{ total: 60.5 }, ['capacity.total']],
  [{ total: 20_000 }, ['capacity.total']],
  [{ total: 59 }, ['capacity.voice']],
  [{ chat: 0, social: 61, email: 1.5 }, ['capacity.chat', 'capacity.social', 'capacity.email']],
] as const)('the capacity %j is refused', async (more, fields) => {
  const { refusals } = await save(more)
  expect(refusals.map(({ field, code }) => [field, code])).toEqual(
    fields.map((field) => [field, 'OUT_OF_RANGE']),
  )
})

test('a new capacity keeps what is in hand, is not less than that, and stays when the agent is saved without one', async () => {
  await routing.available('ada')
  await routing.request('CHAT')
  await routing.request('CHAT')
  await routing.dispatchAll()
  const free = async () => (await Agents(routing.ctx.db).findById('ada').lean())?.free
  expect(await free()).toBe(20)
  expect((await save({ total: 100, voice: 100 })).saved).toMatchObject({ free: 60, capacity: { total: 100 } })
  expect(await save({ total: 39, voice: 39 })).toMatchObject({
    saved: null,
    refusals: [{ field: 'capacity.total', code: 'IN_USE' }],
  })
  expect((await save({ total: 40, voice: 40 })).saved).toMatchObject({ free: 0, presence: 'AVAILABLE' })
  const { saved } = await saveAgent(routing.ctx, { _id: 'ada', name: 'Ada L.', skills: [] })
  expect(saved).toMatchObject({ name: 'Ada L.', capacity: { total: 40 }, free: 0 })
  await expectInvariants(routing.ctx)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyAgents } from '../../testing/many-agents.ts'
import { readsOf } from '../../testing/reads-of.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { setPresence } from './set-presence.ts'
import { transferTargets } from './transfer-targets.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const ada = { id: 'ada', supervises: false }
const sue = { id: 'sue', supervises: true }

test('a contact can go to who is there: first who has room, then by name; not to its own agent', async () => {
  for (const id of ['cy', 'bo', 'away', 'gone']) await routing.available(id)
  await setPresence(routing.ctx, 'away', 'AWAY')
  await setPresence(routing.ctx, 'gone', 'OFFLINE')
  await routing.inHand('busy', 'VOICE')
  const item = await routing.inHand('ada')
  const found = (search: string | null, first = 20) =>
    transferTargets(routing.ctx, item._id, { search, first }, ada)
  expect(await found(null)).toEqual(['bo', 'cy', 'away', 'busy'])
  expect(await found(null, 1)).toEqual(['bo'])
  expect(await found(null, -1)).toEqual(['bo'])
  expect(await found(' AGENT B')).toEqual(['bo', 'busy'])
  expect(await found('B\0O')).toEqual(['bo'])
  for (const pattern of ['.*', '(', '\\', '[a-z]']) expect(await found(pattern)).toEqual([])
  expect(await transferTargets(routing.ctx, 'nothing', { first: 20 }, sue)).toEqual([])
})

test('who may not hand a contact on is told of nobody, and nobody takes one that is over', async () => {
  const item = await routing.inHand('ada')
  const found = (actor: typeof ada) => transferTargets(routing.ctx, item._id, { first: 20 }, actor)
  expect(await found({ id: 'bo', supervises: false })).toEqual([])
  expect(await found(sue)).toEqual(await found(ada))
  expect(await found(sue)).toContain('bo')
  await routing.ended(item.sessionId, true)
  await routing.wrappedUp(item.sessionId, 'ada')
  expect(await found(sue)).toEqual([])

  const waiting = await routing.request('CHAT')
  const ofWaiting = (actor: typeof ada) => transferTargets(routing.ctx, waiting._id, { first: 20 }, actor)
  expect([await ofWaiting(ada), (await ofWaiting(sue)).length]).toEqual([[], 5])
  await routing.ended(waiting.sessionId, false)
})

test('of 7,500 agents the names are read in their index, and no more than 500 agents', async () => {
  const item = await routing.inHand('ada')
  const present = ['AVAILABLE', 'BUSY', 'AWAY'] as const
  await manyAgents(routing.ctx, 7_500, (at) => ({ presence: present[at % 3] ?? 'BUSY' }))
  const search = async (words?: string) => {
    let ids: string[] = []
    const [read, ...others] = await readsOf(routing.ctx, 'agents', async () => {
      ids = await transferTargets(routing.ctx, item._id, { search: words, first: 50 }, ada)
    })
    expect(others).toEqual([])
    expect(read?.planSummary).toMatch(/^IXSCAN \{ presence: 1, name: 1, _id: 1 \}/)
    expect(read?.hasSortStage).toBeUndefined()
    return { ids, docs: read?.docsExamined }
  }
  expect(await search()).toMatchObject({ docs: 500, ids: { length: 50 } })
  expect(await search('agent 074')).toMatchObject({ docs: 100, ids: { length: 50 } })
  expect(await search('7499')).toEqual({ docs: 1, ids: ['many-7499'] })
})

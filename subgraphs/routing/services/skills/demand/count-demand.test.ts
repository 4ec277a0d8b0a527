import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { AppliedSlas } from '../../../models/applied-sla.ts'
import { DemandCounts } from '../../../models/demand-count.ts'
import { Reservations } from '../../../models/reservation.ts'
import { SkillTallies } from '../../../models/skill-tally.ts'
import { WorkItems } from '../../../models/work-item.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../../testing/routing-under-test.ts'
import { saveAgent } from '../../agents/save-agent.ts'
import { saveQueue } from '../../queues/save-queue.ts'
import { saveSkill } from '../save-skill.ts'
import { skillGaps } from '../gaps/skill-gaps.ts'
import { countDemand } from './count-demand.ts'
import { lowestIdAt } from './lowest-id-at.ts'

let routing: RoutingUnderTest
/** The service's clock runs, and the tests put it forward. */
let aheadMs = 0
const now = () => new Date(Date.now() + aheadMs)
beforeAll(async () => {
  routing = await createRoutingUnderTest({ now })
  const { ctx } = routing
  await saveSkill(ctx, { _id: 'zh', name: 'Chinese', kind: 'LANGUAGE' })
  await saveQueue(ctx, {
    _id: 'billing',
    name: 'Billing',
    mediaTypes: ['CHAT'],
    requiredSkills: [{ skillId: 'billing', minimumProficiency: 2 }],
    reservationTimeoutMs: 30_000,
  })
  await saveAgent(ctx, { _id: 'ada', name: 'Ada', skills: [{ skillId: 'billing', proficiency: 3 }] })
  await saveAgent(ctx, { _id: 'bo', name: 'Bo', skills: [{ skillId: 'billing', proficiency: 1 }] })
})
afterAll(() => routing.stop())

const everyMs = 60_000
const count = () => countDemand(routing.ctx, everyMs)
const billing = async () => {
  const { gaps } = await skillGaps(routing.ctx, 'LAST_24_HOURS')
  return gaps.find(({ skillId }) => skillId === 'billing')
}

test('ids of an instant stand behind its bound, and those before it do not', () => {
  const before = Date.now()
  const id = newId()
  expect(id > lowestIdAt(new Date(before))).toBe(true)
  expect(id < lowestIdAt(new Date(Date.now() + 1))).toBe(true)
})

test('contacts, what they took of their agents, misses and who waits are counted by skill', async () => {
  await routing.available('ada', [])
  await saveAgent(routing.ctx, { _id: 'ada', name: 'Ada', skills: [{ skillId: 'billing', proficiency: 3 }] })
  const done = await routing.request('CHAT', { locale: 'zh-CN', requestedAt: now() })
  const waiting = await routing.request('CHAT', { requestedAt: now() })
  await routing.dispatchAll()
  const offer = await routing.offerOf(done._id)
  if (!offer) throw new Error('the chat was not offered')
  await routing.answered(done.sessionId, 'ada')
  await routing.ended(done.sessionId, true)
  await routing.wrappedUp(done.sessionId, 'ada')
  const closedAt = now()
  const decidedAt = new Date(closedAt.getTime() - 600_000)
  await Reservations(routing.ctx.db).updateOne({ _id: offer._id }, { $set: { decidedAt, closedAt } })
  await AppliedSlas(routing.ctx.db).updateMany({ workItemId: waiting._id }, { $set: { status: 'MISSED' } })

  expect(await count()).toBe(false)
  const gap = await billing()
  expect(gap).toMatchObject({
    level: 2,
    demand: { arrivals: 2, workMs: 600_000, slaMissed: 1, waiting: 1, targetMs: expect.closeTo(180_000, -4) },
    supply: { holders: 1, onDuty: 1, availability: 1, holdersIn30Days: 1 },
    requiredAgents: 1,
    severity: 'NONE',
  })
  // A chat takes a third of Ada.
  expect(gap?.demand.busyHourLoad).toBeCloseTo(600 / 3 / 3_600, 6)
  expect(
    (await SkillTallies(routing.ctx.db).findOne({ span: 'HOUR', skillId: 'zh' }).lean())?.levels,
  ).toMatchObject([{ level: 1, arrivals: 1, workMs: 300_000 }])
})

test('counting again replaces, only one process counts at a time, and none before its turn', async () => {
  const rows = () => SkillTallies(routing.ctx.db).find().sort({ _id: 1 }).lean()
  const before = await rows()
  expect(await count()).toBe(false)
  expect(await rows()).toEqual(before)
  aheadMs += 10 * everyMs
  await Promise.all([count(), count(), count()])
  const looked = (all: typeof before) =>
    all.find(({ span, skillId }) => span === 'HOUR' && skillId === 'billing')
  const [first, second] = [looked(before), looked(await rows())]
  expect(second?.levels).toEqual(first?.levels)
  // One of the three has looked once more who is on duty: Ada and Bo have the skill; in a new hour nobody looks.
  expect((second?.holders[0] ?? 0) - (first?.holders[0] ?? 0)).toBeLessThanOrEqual(2)
})

test('what has changed in the hours before is counted when an hour begins, in days too, and after a stop', async () => {
  aheadMs += 3 * 3_600_000
  await AppliedSlas(routing.ctx.db).updateMany({ status: 'MISSED' }, { $set: { status: 'MET' } })
  expect(await count()).toBe(false)
  expect((await billing())?.demand.slaMissed).toBe(0)
  const week = await skillGaps(routing.ctx, 'LAST_7_DAYS')
  expect(week.gaps.find(({ skillId }) => skillId === 'billing')?.demand).toMatchObject({
    arrivals: 2,
    slaMissed: 0,
  })

  aheadMs += 4 * 86_400_000
  let passes = 1
  while (await count()) passes += 1
  expect(passes).toBeGreaterThan(1)
  const counted = await DemandCounts(routing.ctx.db).findById('demand').lean()
  expect(counted?.countedTo?.getTime()).toBe(Math.floor(now().getTime() / 3_600_000) * 3_600_000)
  expect(await billing()).toMatchObject({ demand: { arrivals: 0, waiting: 1 } })
})

test('rows of an hour are found by their ids, not by looking through all', async () => {
  const from = lowestIdAt(new Date(now().getTime() - 3_600_000))
  const plan = await WorkItems(routing.ctx.db)
    .find({ _id: { $gte: from } })
    .explain('queryPlanner')
  expect(JSON.stringify(plan)).toContain('IXSCAN')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../models/agent.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { SkillRefreshes } from '../../models/skill-refresh.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { saveAgent } from '../agents/save-agent.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { orderRefresh } from './order-refresh.ts'
import { refreshSkills } from './refresh-skills.ts'
import { removeSkill } from './remove-skill.ts'
import { removeSkillGroup } from './remove-skill-group.ts'
import { saveSkill } from './save-skill.ts'
import { saveSkillGroup } from './save-skill-group.ts'

let routing: RoutingUnderTest
let now: Date
beforeAll(async () => {
  now = new Date()
  routing = await createRoutingUnderTest({ now: () => now })
})
afterAll(() => routing.stop())

const hire = (_id: string, ...skills: Array<[string, number, Date?]>) =>
  saveAgent(routing.ctx, {
    _id,
    name: _id,
    skills: skills.map(([skillId, proficiency, expiresAt]) => ({ skillId, proficiency, expiresAt })),
  })
const skillsOf = async (_id: string) =>
  (await Agents(routing.ctx.db).findById(_id).lean())?.skills.map(
    ({ skillId, proficiency, source }) => `${skillId} ${proficiency} ${source}`,
  )
const toldOf = (agentId: string) =>
  RoutingLog(routing.ctx.db).countDocuments({ agentId, kind: 'AGENT_SAVED' })
const group = (agentIds: string[], proficiency = 4) =>
  saveSkillGroup(routing.ctx, {
    _id: 'vip-desk',
    name: 'VIP desk',
    grants: [{ skillId: 'vip', proficiency }],
    agentIds,
  })

test('members have the skills of their group when it is saved, lose them when they leave, and routing is told each time', async () => {
  await hire('ada', ['chat', 3])
  await hire('bo', ['vip', 5])
  await hire('cy')
  expect(await group(['ada', 'bo', 'ada'])).toMatchObject({ saved: { agentIds: ['ada', 'bo'] } })
  expect(await skillsOf('ada')).toEqual(['chat 3 OWN', 'vip 4 GROUP'])
  expect(await skillsOf('bo')).toEqual(['vip 5 OWN'])
  expect([await toldOf('ada'), await toldOf('bo'), await toldOf('cy')]).toEqual([2, 1, 1])
  expect(
    await RoutingLog(routing.ctx.db).findOne({ agentId: 'ada', reason: 'SKILLS_GRANTED' }).lean(),
  ).toMatchObject({
    command: { kind: 'AGENT_CHANGED', agent: { id: 'ada', skills: [{}, { skillId: 'vip' }] } },
  })
  await group(['bo', 'cy'])
  expect([await skillsOf('ada'), await skillsOf('cy')]).toEqual([['chat 3 OWN'], ['vip 4 GROUP']])
  await removeSkillGroup(routing.ctx, 'vip-desk')
  expect([await skillsOf('bo'), await skillsOf('cy')]).toEqual([['vip 5 OWN'], []])
  await expect(removeSkillGroup(routing.ctx, 'vip-desk')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await group(['nobody'])).toMatchObject({ refusals: [{ field: 'agentIds', code: 'NOT_FOUND' }] })
  expect(await group(Array.from({ length: 501 }, (_, n) => `a${n}`))).toMatchObject({
    refusals: [{ field: 'agentIds', code: 'TOO_MANY' }],
  })
})

test('a basic skill is everybody’s, also of who comes later, until it is basic no more', async () => {
  const courtesy = { _id: 'courtesy', name: 'Courtesy', kind: 'SPECIAL' as const }
  await saveSkill(routing.ctx, { ...courtesy, basicProficiency: 2 })
  await hire('dee')
  for (const id of ['cy', 'dee']) expect(await skillsOf(id)).toEqual(['courtesy 2 BASIC'])
  await saveSkill(routing.ctx, courtesy)
  for (const id of ['cy', 'dee']) expect(await skillsOf(id)).toEqual([])
})

test('agents who are made while a skill becomes basic have it', async () => {
  const made = Array.from({ length: 20 }, (_, n) => `new-${n}`)
  await Promise.all([
    ...made.map((id) => hire(id)),
    saveSkill(routing.ctx, { _id: 'safety', name: 'Safety', kind: 'SPECIAL', basicProficiency: 1 }),
  ])
  for (const id of made) expect(await skillsOf(id)).toEqual(['safety 1 BASIC'])
  expect(await removeSkill(routing.ctx, 'safety')).toEqual([])
  for (const id of made) expect(await skillsOf(id)).toEqual([])
})

test('more agents than one batch are refreshed, and what a process left half done is finished by another', async () => {
  const row = await Agents(routing.ctx.db).findById('cy').lean()
  if (!row) throw new Error('cy was hired')
  const many = Array.from({ length: 230 }, (_, n) => ({
    ...row,
    _id: `x${String(n).padStart(3, '0')}`,
    skills: [],
  }))
  await Agents(routing.ctx.db).insertMany(many)
  await routing.ctx.transaction((session) => orderRefresh(routing.ctx, session))
  expect(await refreshSkills(routing.ctx)).toBe(true)
  expect((await SkillRefreshes(routing.ctx.db).findOne().lean())?.afterId).toBeDefined()
  await saveSkill(routing.ctx, { _id: 'fire', name: 'Fire', kind: 'SPECIAL', basicProficiency: 1 })
  expect(await SkillRefreshes(routing.ctx.db).countDocuments()).toBe(0)
  expect(await Agents(routing.ctx.db).countDocuments({ 'skills.skillId': { $ne: 'fire' } })).toBe(0)
  await removeSkill(routing.ctx, 'fire')
  await Agents(routing.ctx.db).deleteMany({ _id: /^x\d/ })
})

test('when a skill expires, the lesser one behind it counts', async () => {
  await hire('eve', ['vip', 5, new Date(now.getTime() + 60_000)])
  await group(['eve'], 2)
  expect(await skillsOf('eve')).toEqual(['vip 5 OWN'])
  expect(await refreshSkills(routing.ctx)).toBe(false)
  now = new Date(now.getTime() + 60_000)
  while (await refreshSkills(routing.ctx));
  expect(await skillsOf('eve')).toEqual(['vip 2 GROUP'])
  expect((await Agents(routing.ctx.db).findById('eve').lean())?.skillsDueAt).toBeUndefined()
})

test('a skill that something needs stays, and says what needs it', async () => {
  const queue = { _id: 'vips', name: 'VIPs', mediaTypes: ['CHAT' as const], reservationTimeoutMs: 30_000 }
  await saveQueue(routing.ctx, { ...queue, requiredSkills: [{ skillId: 'vip', minimumProficiency: 1 }] })
  const codes = async () => (await removeSkill(routing.ctx, 'vip')).map(({ code }) => code)
  expect(await codes()).toEqual(['REQUIRED_BY_QUEUE', 'GRANTED_BY_GROUP', 'HELD_BY_AGENT'])
  await saveQueue(routing.ctx, { ...queue, requiredSkills: [] })
  await removeSkillGroup(routing.ctx, 'vip-desk')
  expect(await codes()).toEqual(['HELD_BY_AGENT'])
  await hire('bo')
  expect(await codes()).toEqual([])
  await expect(removeSkill(routing.ctx, 'vip')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await hire('bo', ['vip', 1])
  expect(await codes()).toEqual(['HELD_BY_AGENT'])
})

test.each([
  [{ _id: 'fr', kind: 'DOMAIN', domain: 'x' }, ['kind']],
  [{ _id: 'french', kind: 'LANGUAGE' }, ['kind']],
  [{ _id: 'mail', kind: 'CHANNEL' }, ['mediaType']],
  [{ _id: 'returns', kind: 'DOMAIN', mediaType: 'CHAT' }, ['mediaType', 'domain']],
  [{ _id: 'star', kind: 'SPECIAL', domain: 'x', basicProficiency: 6 }, ['domain', 'basicProficiency']],
] as const)('the skill %j is refused', async (skill, fields) => {
  const { refusals } = await saveSkill(routing.ctx, { name: 'Name', ...skill })
  expect(refusals.map(({ field }) => field)).toEqual(fields)
})

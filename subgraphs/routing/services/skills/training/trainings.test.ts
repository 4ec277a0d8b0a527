import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../../models/agent.ts'
import { RoutingLog } from '../../../models/routing-log.ts'
import { type TrainingItemRecord, TrainingItems, type TrainingState } from '../../../models/training-item.ts'
import { TrainingPlans } from '../../../models/training-plan.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../../testing/routing-under-test.ts'
import { saveAgent } from '../../agents/save-agent.ts'
import { removeSkill } from '../remove-skill.ts'
import { saveSkill } from '../save-skill.ts'
import { certifyTraining } from './certify-training.ts'
import { moveTraining } from './move-training.ts'
import { noteTraining } from './note-training.ts'
import { proposeTrainingPlan } from './propose-training-plan.ts'
import { renewCertifications } from './renew-certifications.ts'
import { type TrainingStepName, trainingSteps } from './take-step.ts'

let routing: RoutingUnderTest
let now = new Date()
beforeAll(async () => {
  routing = await createRoutingUnderTest({ now: () => now })
  for (const _id of ['ada', 'bo', 'cy', 'dee']) {
    await saveAgent(routing.ctx, { _id, name: _id, skills: [{ skillId: 'chat', proficiency: 3 }] })
  }
})
afterAll(() => routing.stop())

const sue = { id: 'sue', name: 'Sue', manages: true }
const ada = { id: 'ada', name: 'Ada', manages: false }
const bo = { id: 'bo', name: 'Bo', manages: false }
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
let made = 0

/** A training of Ada in a skill of its own, at a state. */
async function training(state: TrainingState = 'PROPOSED'): Promise<TrainingItemRecord> {
  const skillId = `skill-${(made += 1)}`
  await saveSkill(routing.ctx, { _id: skillId, name: skillId, kind: 'SPECIAL' })
  const { saved } = await proposeTrainingPlan(
    routing.ctx,
    { skillId, targetLevel: 3, window: 'LAST_7_DAYS', places: 1 },
    sue,
  )
  const item = await TrainingItems(routing.ctx.db)
    .findOneAndUpdate(
      { planId: saved?._id },
      { $set: { state, agentId: 'ada' } },
      { returnDocument: 'after' },
    )
    .lean()
  if (!item) throw new Error('nothing was proposed')
  return item
}
const item = async (id: string) => {
  const found = await TrainingItems(routing.ctx.db).findById(id).lean()
  if (!found) throw new Error(`no training ${id}`)
  return found
}
const step = (id: string, name: TrainingStepName, by = sue) =>
  name === 'CERTIFY'
    ? certifyTraining(routing.ctx, { id }, by)
    : moveTraining(
        routing.ctx,
        id,
        name,
        by,
        ['DECLINE', 'RETURN', 'CANCEL'].includes(name) ? 'because' : undefined,
      )

const states: TrainingState[] = [
  'PROPOSED',
  'ACCEPTED',
  'IN_PROGRESS',
  'READY_FOR_CERTIFICATION',
  'CERTIFIED',
  'DECLINED',
  'CANCELED',
  'EXPIRED',
]
const names = Object.keys(trainingSteps) as TrainingStepName[]

test.each(names)('%s leads on from where it begins, and is refused everywhere else', async (name) => {
  const { from, to }: { from: readonly TrainingState[]; to: TrainingState } = trainingSteps[name]
  for (const state of states) {
    const { _id } = await training(state)
    if (from.includes(state)) {
      expect((await step(_id, name)).saved?.state).toBe(to)
    } else {
      await expect(step(_id, name)).rejects.toMatchObject({ code: 'TRAINING_STATE_CHANGED' })
      expect((await item(_id)).state).toBe(state)
    }
  }
})

test('from proposal to certification: who did what is kept, and the agent has the skill at once', async () => {
  const { _id: id, skillId } = await training()
  await step(id, 'ACCEPT')
  await step(id, 'START', ada)
  await noteTraining(routing.ctx, { id, text: 'Read the guide', evidenceUrl: 'https://learn.example/1' }, ada)
  await step(id, 'SUBMIT', ada)
  await step(id, 'RETURN')
  await step(id, 'SUBMIT', ada)
  const { saved } = await certifyTraining(routing.ctx, { id, proficiency: 4, validUntil: days(365) }, sue)
  expect(saved).toMatchObject({
    state: 'CERTIFIED',
    certification: { proficiency: 4, validUntil: days(365), certifiedBy: 'Sue', certifiedById: 'sue' },
    notes: [{ by: 'Ada', text: 'Read the guide', evidenceUrl: 'https://learn.example/1' }],
  })
  expect(saved?.open).toBeUndefined()
  expect(saved?.history.map(({ state, by, reason }) => [state, by, reason])).toEqual([
    ['PROPOSED', 'Sue', undefined],
    ['ACCEPTED', 'Sue', undefined],
    ['IN_PROGRESS', 'Ada', undefined],
    ['READY_FOR_CERTIFICATION', 'Ada', undefined],
    ['IN_PROGRESS', 'Sue', 'because'],
    ['READY_FOR_CERTIFICATION', 'Ada', undefined],
    ['CERTIFIED', 'Sue', undefined],
  ])
  const certified = { skillId, proficiency: 4, expiresAt: days(365) }
  const agent = await Agents(routing.ctx.db).findById('ada').lean()
  expect(agent?.ownSkills).toContainEqual(certified)
  expect(agent?.skills).toContainEqual({ ...certified, source: 'OWN' })
  const told = await RoutingLog(routing.ctx.db).findOne({ reason: 'CERTIFIED' }).sort({ _id: -1 }).lean()
  expect(told?.command).toMatchObject({
    kind: 'AGENT_CHANGED',
    agent: {
      id: 'ada',
      skills: expect.arrayContaining([{ skillId, proficiency: 4, expiresAtMs: days(365).getTime() }]),
    },
  })
})

test('of two certifications that race, one is; nobody certifies themselves; another’s training looks absent', async () => {
  const { _id: id } = await training('READY_FOR_CERTIFICATION')
  await expect(certifyTraining(routing.ctx, { id }, { ...ada, manages: true })).rejects.toMatchObject({
    code: 'CERTIFIER_IS_TRAINEE',
  })
  for (const name of ['SUBMIT', 'DECLINE', 'START'] as const) {
    await expect(step(id, name, bo)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  await expect(noteTraining(routing.ctx, { id, text: 'x' }, bo)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const results = await Promise.allSettled([1, 2, 3].map(() => certifyTraining(routing.ctx, { id }, sue)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await item(id)).history.filter(({ state }) => state === 'CERTIFIED')).toHaveLength(1)
  await expect(noteTraining(routing.ctx, { id, text: 'late' }, ada)).rejects.toMatchObject({
    code: 'TRAINING_STATE_CHANGED',
  })
})

test('a form that is wrong is refused field by field', async () => {
  const { _id: id } = await training('READY_FOR_CERTIFICATION')
  const fields = (refusals: ReadonlyArray<{ field: string | null }>) => refusals.map(({ field }) => field)
  const certify = (more: object) => certifyTraining(routing.ctx, { id, ...more }, sue)
  expect(fields((await certify({ proficiency: 6, validUntil: now })).refusals)).toEqual([
    'proficiency',
    'validUntil',
  ])
  expect(fields((await certify({ validUntil: days(4_000) })).refusals)).toEqual(['validUntil'])
  const note = (text: string, evidenceUrl?: string) =>
    noteTraining(routing.ctx, { id, text, evidenceUrl }, sue)
  expect(fields((await note(' ', 'javascript:alert(1)')).refusals)).toEqual(['text', 'evidenceUrl'])
  expect(fields((await moveTraining(routing.ctx, id, 'CANCEL', sue, '')).refusals)).toEqual(['reason'])
  const propose = (wish: object) =>
    proposeTrainingPlan(routing.ctx, { skillId: 'chat', window: 'LAST_7_DAYS', ...wish }, sue)
  expect(fields((await propose({ targetLevel: 6, places: 51, dueAt: now })).refusals)).toEqual([
    'targetLevel',
    'places',
    'dueAt',
  ])
  expect((await propose({ skillId: 'nothing' })).refusals).toMatchObject([{ code: 'NOT_FOUND' }])
  expect((await propose({})).refusals).toMatchObject([{ code: 'NO_GAP' }])
  expect((await propose({ places: 2, targetLevel: 3 })).refusals).toMatchObject([{ code: 'NO_CANDIDATE' }])
})

test('two plans at the same moment never have an agent twice, and a skill in training stays', async () => {
  await saveSkill(routing.ctx, { _id: 'raced', name: 'Raced', kind: 'SPECIAL' })
  const wish = { skillId: 'raced', targetLevel: 2, window: 'LAST_7_DAYS' as const, places: 2 }
  const plans = await Promise.all([1, 2, 3].map(() => proposeTrainingPlan(routing.ctx, wish, sue)))
  const items = await TrainingItems(routing.ctx.db).find({ skillId: 'raced' }).lean()
  expect(new Set(items.map(({ agentId }) => agentId)).size).toBe(items.length)
  expect(items).toHaveLength(4)
  expect(plans.filter(({ saved }) => saved)).toHaveLength(2)
  expect(plans.flatMap(({ refusals }) => refusals)).toMatchObject([{ code: 'NO_CANDIDATE' }])
  expect(await removeSkill(routing.ctx, 'raced')).toMatchObject([{ code: 'TRAINED' }])
  for (const { _id } of items) await step(_id, 'CANCEL')
  expect(await removeSkill(routing.ctx, 'raced')).toEqual([])
})

test('what expires within 30 days is proposed once, again only when that is over, and what nobody began expires', async () => {
  const expiring = (_id: string, inDays: number) =>
    saveAgent(routing.ctx, {
      _id,
      name: _id,
      skills: [{ skillId: 'first-aid', proficiency: 2, expiresAt: days(inDays) }],
    })
  for (const [id, inDays] of [
    ['ada', 29],
    ['bo', 10],
    ['cy', 31],
    ['dee', 0],
  ] as const)
    await expiring(id, inDays)
  await Promise.all([1, 2, 3].map(() => renewCertifications(routing.ctx)))
  await renewCertifications(routing.ctx)
  const renewals = () =>
    TrainingItems(routing.ctx.db).find({ skillId: 'first-aid' }).sort({ agentId: 1 }).lean()
  expect(await renewals()).toMatchObject([
    { agentId: 'ada', state: 'PROPOSED', fromLevel: 2, targetLevel: 2, dueAt: days(29), open: true },
    { agentId: 'bo', state: 'PROPOSED', dueAt: days(10), history: [{ state: 'PROPOSED' }] },
  ])
  const plans = await TrainingPlans(routing.ctx.db).find({ skillId: 'first-aid' }).lean()
  expect(plans).toMatchObject([
    { reason: 'RECERTIFICATION', targetLevel: 2, period: now.toISOString().slice(0, 7) },
  ])
  const [adas] = await renewals()
  await step(adas?._id ?? '', 'DECLINE', ada)
  await renewCertifications(routing.ctx)
  expect(await renewals()).toHaveLength(2)

  now = days(10)
  await renewCertifications(routing.ctx)
  const [, bos, cys] = await renewals()
  expect(bos).toMatchObject({ state: 'EXPIRED', history: [{}, { state: 'EXPIRED' }] })
  expect(bos?.open).toBeUndefined()
  expect(cys).toMatchObject({ agentId: 'cy', state: 'PROPOSED' })
})

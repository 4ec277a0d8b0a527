import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../models/agent.ts'
import { Skills } from '../models/skill.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../testing/routing-under-test.ts'
import { skillKinds } from './0004-skills.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

test('what agents had becomes their own, and skills get the kind that their id tells, once', async () => {
  const { db } = routing.ctx
  await routing.available('ada', ['chat', 'zh', 'billing'])
  await Agents(db).collection.updateOne(
    { _id: 'ada' as never },
    {
      $set: { skills: [{ skillId: 'chat', proficiency: 4 }] },
      $unset: { ownSkills: 1 },
    },
  )
  await Skills(db).collection.updateMany({}, { $unset: { kind: 1, mediaType: 1, domain: 1 } })
  await skillKinds.up(routing.ctx)
  await skillKinds.up(routing.ctx)
  expect(await Agents(db).findById('ada').lean()).toMatchObject({
    ownSkills: [{ skillId: 'chat', proficiency: 4 }],
    skills: [{ skillId: 'chat', proficiency: 4, source: 'OWN' }],
  })
  expect(await Skills(db).find().sort({ _id: 1 }).lean()).toMatchObject([
    { _id: 'billing', kind: 'DOMAIN', domain: 'billing' },
    { _id: 'chat', kind: 'CHANNEL', mediaType: 'CHAT' },
    { _id: 'zh', kind: 'LANGUAGE' },
  ])
})

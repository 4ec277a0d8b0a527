import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SkillRecord } from '../../../models/skill.ts'
import { type CandidateAgent, nearness, rankCandidates } from './rank-candidates.ts'

const now = new Date('2026-11-25T12:00:00.000Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const skills: Record<string, SkillRecord> = Object.fromEntries(
  (
    [
      { _id: 'billing-chat', name: 'Billing chat', kind: 'CHANNEL', mediaType: 'CHAT', domain: 'billing' },
      { _id: 'billing', name: 'Billing', kind: 'DOMAIN', domain: 'billing' },
      { _id: 'chat', name: 'Chat', kind: 'CHANNEL', mediaType: 'CHAT' },
      { _id: 'voice', name: 'Voice', kind: 'CHANNEL', mediaType: 'VOICE' },
      { _id: 'zh', name: 'Chinese', kind: 'LANGUAGE' },
    ] satisfies SkillRecord[]
  ).map((skill) => [skill._id, skill]),
)
const skill = (id: string): SkillRecord => {
  const found = skills[id]
  if (!found) throw new Error(id)
  return found
}
const agent = (_id: string, levels: Record<string, number>, more: object = {}): CandidateAgent => ({
  _id,
  skills: Object.entries(levels).map(([skillId, proficiency]) => ({
    skillId,
    proficiency,
    source: 'OWN',
    ...more,
  })),
  capacity: { total: 60, voice: 60, chat: 20, social: 12, email: 12 },
  free: 60,
})
const rank = (agents: CandidateAgent[], more: object = {}) =>
  rankCandidates(
    {
      skill: skill('billing-chat'),
      targetLevel: 3,
      skillById: new Map(Object.entries(skills)),
      trainingsOf: new Map(),
      leftOut: new Set(),
      ...more,
    },
    agents,
    now,
  )

test.each([
  ['billing-chat', 1],
  ['billing', 0.8],
  ['chat', 0.6],
  ['voice', 0.3],
  ['zh', 0],
])('%s is near to billing chat by %d', (id, expected) => {
  expect(nearness(skill('billing-chat'), skills[id])).toBe(expected)
})

test('who is nearer, better, freer, and was trained less goes first; of equals the lesser id', () => {
  const agents = [
    agent('near', { billing: 3 }),
    agent('nearer', { 'billing-chat': 2, billing: 3 }),
    agent('good', { chat: 5 }),
    agent('less-good', { chat: 1 }),
    { ...agent('busy', { chat: 5 }), free: 0 },
    agent('far', { zh: 5 }),
    agent('trained', { chat: 5 }),
    agent('also-near', { billing: 3 }),
  ]
  const ranked = rank(agents, { trainingsOf: new Map([['trained', 3]]) })
  expect(ranked.map(({ agentId }) => agentId)).toEqual([
    'nearer',
    'also-near',
    'near',
    'good',
    'trained',
    'busy',
    'less-good',
    'far',
  ])
  expect(ranked[0]).toEqual({
    agentId: 'nearer',
    score: 0.4 + 0.2 * 0.4 + 0.15 + 0.15,
    currentLevel: 2,
    expiresSoon: false,
    adjacency: 1,
    proficiency: 0.4,
    spareCapacity: 1,
    fairness: 1,
  })
})

test('who has it for long is left out, who has it for a while comes first, and those who refused do not come', () => {
  const ranked = rank(
    [
      agent('has', { 'billing-chat': 3 }),
      agent('long', { 'billing-chat': 4 }, { expiresAt: inDays(31) }),
      agent('soon', { 'billing-chat': 4 }, { expiresAt: inDays(30) }),
      agent('over', { 'billing-chat': 4 }, { expiresAt: now }),
      agent('less', { 'billing-chat': 2 }),
      agent('refused', { 'billing-chat': 2 }),
    ],
    { leftOut: new Set(['refused']) },
  )
  expect(
    ranked.map(({ agentId, currentLevel, expiresSoon }) => [agentId, currentLevel, expiresSoon]),
  ).toEqual([
    ['soon', 4, true],
    ['less', 2, false],
    ['over', undefined, false],
  ])
})

test('every part and the score stay from 0 to 1, and the order is of the score', () => {
  const anyAgent = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...Object.keys(skills)), fc.integer({ min: 1, max: 5 })),
      fc.integer({ min: 0, max: 60 }),
      fc.uuid(),
    )
    .map(([levels, free, id]) => ({ ...agent(id, levels), free }))
  fc.assert(
    fc.property(fc.array(anyAgent), fc.integer({ min: 0, max: 9 }), (agents, trained) => {
      const ranked = rank(agents, { trainingsOf: new Map(agents.map(({ _id }) => [_id, trained])) })
      for (const { score, adjacency, proficiency, spareCapacity, fairness } of ranked) {
        for (const part of [score, adjacency, proficiency, spareCapacity, fairness]) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
      }
      const scores = ranked.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }),
  )
})

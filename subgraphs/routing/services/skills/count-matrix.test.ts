import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaType } from '#schema/events/vocabulary.ts'
import type { SkillRecord } from '../../models/skill.ts'
import { countMatrix, type MatrixAgent } from './count-matrix.ts'

const now = new Date('2026-11-25T12:00:00.000Z')
const skills: SkillRecord[] = [
  { _id: 'chat', name: 'Chat', kind: 'CHANNEL', mediaType: 'CHAT' },
  { _id: 'voice', name: 'Voice', kind: 'CHANNEL', mediaType: 'VOICE' },
  { _id: 'billing', name: 'Billing', kind: 'DOMAIN', domain: 'billing' },
  { _id: 'billing-chat', name: 'Billing chat', kind: 'CHANNEL', mediaType: 'CHAT', domain: 'billing' },
  { _id: 'zh', name: 'Chinese', kind: 'LANGUAGE' },
  { _id: 'vip', name: 'VIP', kind: 'SPECIAL' },
]
const agent = (levels: Record<string, number>, more: Partial<MatrixAgent> = {}): MatrixAgent => ({
  presence: 'AVAILABLE',
  skills: Object.entries(levels).map(([skillId, proficiency]) => ({ skillId, proficiency, source: 'OWN' })),
  ...more,
})
const cell = (agents: MatrixAgent[], domain: string | null, media: string) => {
  const found = countMatrix(skills, agents, now)
    .rows.find((row) => row.domain === domain)
    ?.cells.find((one) => one.mediaType === media)
  if (!found) throw new Error('no such cell')
  return found
}

test.each([
  ['channel and domain count with the lesser', { chat: 5, billing: 2 }, [0, 1, 0, 0, 0]],
  ['a skill for both counts as it is', { 'billing-chat': 4 }, [0, 0, 0, 1, 0]],
  ['of both ways the better', { chat: 5, billing: 2, 'billing-chat': 3 }, [0, 0, 1, 0, 0]],
  ['a domain without a channel serves nothing', { billing: 5 }, [0, 0, 0, 0, 0]],
  ['a channel without the domain does not serve it', { chat: 5 }, [0, 0, 0, 0, 0]],
] as const)('%s', (_name, levels, expected) => {
  expect(cell([agent(levels)], 'billing', 'CHAT').agentsByProficiency).toEqual(expected)
})

test('rows begin without a domain, expired skills and people away do not count as available', () => {
  const expired = agent({}, { skills: [{ skillId: 'chat', proficiency: 5, expiresAt: now, source: 'OWN' }] })
  const away = agent({ chat: 3, zh: 4 }, { presence: 'AWAY' })
  const matrix = countMatrix(skills, [expired, away, agent({ chat: 3, gone: 5 })], now)
  expect(matrix.rows.map(({ domain }) => domain)).toEqual([null, 'billing'])
  expect(cell([expired, away, agent({ chat: 3 })], null, 'CHAT')).toEqual({
    mediaType: 'CHAT',
    agentsByProficiency: [0, 0, 2, 0, 0],
    available: 1,
  })
  expect(matrix.others).toEqual([
    { skillId: 'zh', agentsByProficiency: [0, 0, 0, 1, 0], available: 0 },
    { skillId: 'vip', agentsByProficiency: [0, 0, 0, 0, 0], available: 0 },
  ])
})

test('nobody counts twice in a cell, and another skill never takes anybody out of one', () => {
  const levels = fc.dictionary(
    fc.constantFrom(...skills.map(({ _id }) => _id)),
    fc.integer({ min: 1, max: 5 }),
  )
  const best = (counts: number[]) => counts.findLastIndex((count) => count > 0)
  fc.assert(
    fc.property(levels, levels, (fewer, added) => {
      for (const domain of [null, 'billing']) {
        for (const media of mediaType.options) {
          const before = cell([agent(fewer)], domain, media).agentsByProficiency
          const after = cell([agent({ ...added, ...fewer })], domain, media).agentsByProficiency
          expect(before.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1)
          expect(best(after)).toBeGreaterThanOrEqual(best(before))
        }
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EffectiveSkillRecord } from '../../models/agent.ts'
import { effectiveSkills } from './effective-skills.ts'

const now = new Date('2026-11-25T12:00:00.000Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const own = (skillId: string, proficiency: number, days?: number) => ({
  skillId,
  proficiency,
  ...(days !== undefined && { expiresAt: later(days) }),
})
const granted = (source: 'GROUP' | 'BASIC', proficiency: number, skillId = 'vip'): EffectiveSkillRecord => ({
  skillId,
  proficiency,
  source,
})

test.each([
  ['own alone', [own('vip', 2)], [], [[2, 'OWN']], undefined],
  ['the better grant', [own('vip', 2)], [granted('GROUP', 4)], [[4, 'GROUP']], undefined],
  ['the better own', [own('vip', 5)], [granted('GROUP', 4)], [[5, 'OWN']], undefined],
  ['of equals the own', [own('vip', 3)], [granted('BASIC', 3), granted('GROUP', 3)], [[3, 'OWN']], undefined],
  ['of equals the lasting', [own('vip', 3, 9)], [granted('BASIC', 3)], [[3, 'BASIC']], undefined],
  ['an expired own does not count', [own('vip', 5, 0)], [granted('BASIC', 1)], [[1, 'BASIC']], undefined],
  ['nothing behind it: no date', [own('vip', 5, 9)], [], [[5, 'OWN']], undefined],
  ['a lesser behind it: its end', [own('vip', 5, 9)], [granted('GROUP', 2)], [[5, 'OWN']], later(9)],
] as const)('%s', (_name, ownSkills, grants, expected, dueAt) => {
  const effective = effectiveSkills(ownSkills, grants, now)
  expect(effective.skills.map(({ proficiency, source }) => [proficiency, source])).toEqual(expected)
  expect(effective.dueAt).toEqual(dueAt)
})

const anySkill = fc.record({
  skillId: fc.constantFrom('a', 'b', 'c'),
  proficiency: fc.integer({ min: 1, max: 5 }),
  expiresAt: fc.option(
    fc.integer({ min: -5, max: 30 }).map((days) => later(days)),
    { nil: undefined },
  ),
})
const anyGrant = fc
  .tuple(
    fc.constantFrom('GROUP' as const, 'BASIC' as const),
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom('a', 'b'),
  )
  .map(([source, proficiency, skillId]) => granted(source, proficiency, skillId))

test('at every instant until the date nobody has less or more than the best of what counts', () => {
  fc.assert(
    fc.property(
      fc.array(anySkill),
      fc.array(anyGrant),
      fc.integer({ min: 0, max: 40 }),
      (mine, grants, days) => {
        const { skills, dueAt } = effectiveSkills(mine, grants, now)
        expect(new Set(skills.map(({ skillId }) => skillId)).size).toBe(skills.length)
        const at = later(days)
        if (dueAt && dueAt <= at) return
        for (const skillId of ['a', 'b', 'c']) {
          const best = (entries: ReadonlyArray<{ skillId: string; proficiency: number; expiresAt?: Date }>) =>
            Math.max(
              0,
              ...entries
                .filter((entry) => entry.skillId === skillId && (!entry.expiresAt || entry.expiresAt > at))
                .map(({ proficiency }) => proficiency),
            )
          expect(best(skills)).toBe(best([...mine, ...grants]))
        }
      },
    ),
    { numRuns: 1_000 },
  )
})

import type { SkillNeed } from './skill-need.ts'
import type { BestSet } from './state/demand.ts'

/**
 * Of the sets of needs that these skills meet, the one with the greatest sum of proficiencies: somebody of the
 * queue's own goes before somebody it overflows to. Undefined when they meet none.
 */
export function bestSetOf(
  skills: ReadonlyMap<string, number>,
  needSets: readonly (readonly SkillNeed[])[],
): BestSet | undefined {
  let best: BestSet | undefined
  for (const needs of needSets) {
    const fit = sumOf(skills, needs)
    if (fit !== undefined && (!best || fit > best.fit)) best = { needs, fit }
  }
  return best
}

function sumOf(skills: ReadonlyMap<string, number>, needs: readonly SkillNeed[]): number | undefined {
  let sum = 0
  for (const { skillId, minimumProficiency } of needs) {
    const proficiency = skills.get(skillId)
    if (proficiency === undefined || proficiency < minimumProficiency) return undefined
    sum += proficiency
  }
  return sum
}

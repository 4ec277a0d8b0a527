import type { BestSet } from './state/demand.ts'
import type { WaitingItem } from './waiting-item.ts'

/**
 * How well skills fit an item: the sum of the proficiencies in what is needed, what is preferred, and the customer's
 * language, each counted once. More is better.
 */
export function fitOf(
  skills: ReadonlyMap<string, number>,
  best: BestSet,
  { language, prefers }: Pick<WaitingItem, 'language' | 'prefers'>,
): number {
  if (language === undefined && prefers === undefined) return best.fit
  const counted = (skillId: string) => best.needs.some((need) => need.skillId === skillId)
  let fit = best.fit
  if (language !== undefined && !counted(language)) fit += skills.get(language) ?? 0
  for (const { skillId, minimumProficiency } of prefers ?? []) {
    const proficiency = skills.get(skillId) ?? 0
    if (proficiency >= minimumProficiency && skillId !== language && !counted(skillId)) fit += proficiency
  }
  return fit
}

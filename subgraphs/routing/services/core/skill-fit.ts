import type { AvailableAgent } from './routing-state.ts'
import type { SkillNeed } from './skill-need.ts'

/** How well an agent fits: proficiency in what the queue needs, and in the customer's language. More is better. */
export function skillFit(
  skills: AvailableAgent['skills'],
  needs: readonly SkillNeed[],
  language: string | undefined,
  at: Date,
): number {
  const wanted = new Set(needs.map(({ skillId }) => skillId))
  if (language) wanted.add(language)
  return skills
    .filter(({ skillId, expiresAt }) => wanted.has(skillId) && (expiresAt === undefined || expiresAt > at))
    .reduce((sum, { proficiency }) => sum + proficiency, 0)
}

import type { AvailableAgent } from './routing-state.ts'
import type { SkillNeed } from './skill-need.ts'

/** Whether the skills that still count at this instant meet every need. */
export function canServe(skills: AvailableAgent['skills'], needs: readonly SkillNeed[], at: Date): boolean {
  return needs.every((need) =>
    skills.some(
      (skill) =>
        skill.skillId === need.skillId &&
        skill.proficiency >= need.minimumProficiency &&
        (skill.expiresAt === undefined || skill.expiresAt > at),
    ),
  )
}

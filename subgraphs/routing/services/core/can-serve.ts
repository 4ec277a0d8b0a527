import type { SkillNeed } from './skill-need.ts'

/** A skill as an agent's row has it. */
export interface KnownSkill {
  skillId: string
  proficiency: number
  expiresAt?: Date
}

/** Whether the skills that still count at this instant meet every need. */
export function canServe(skills: readonly KnownSkill[], needs: readonly SkillNeed[], at: Date): boolean {
  return needs.every((need) =>
    skills.some(
      (skill) =>
        skill.skillId === need.skillId &&
        skill.proficiency >= need.minimumProficiency &&
        (skill.expiresAt === undefined || skill.expiresAt > at),
    ),
  )
}

/** A skill that is needed, and how well (1 to 5). */
export interface SkillNeed {
  skillId: string
  minimumProficiency: number
}

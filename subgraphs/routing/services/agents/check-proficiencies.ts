import type { Refusal } from '../refusal.ts'

/** Refuses proficiencies outside of 1 to 5, skills named twice, and more than a hundred. */
export function checkProficiencies(
  field: string,
  skills: ReadonlyArray<{ skillId: string; level: number }>,
): Refusal[] {
  const refusals: Refusal[] = []
  if (skills.length > 100) {
    refusals.push({ field, code: 'TOO_MANY', message: 'Name a hundred skills at most.' })
  }
  skills.forEach(({ skillId, level }, at) => {
    if (level < 1 || level > 5) {
      refusals.push({
        field: `${field}.${at}`,
        code: 'OUT_OF_RANGE',
        message: 'Proficiency goes from 1 to 5.',
      })
    }
    if (skills.findIndex((other) => other.skillId === skillId) !== at) {
      refusals.push({ field: `${field}.${at}`, code: 'DUPLICATE', message: `${skillId} is named twice.` })
    }
  })
  return refusals
}

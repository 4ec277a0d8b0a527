import { defaultCapacity } from '../../core/capacity.ts'
import type { SimulatedAgent } from '../centre.ts'
import type { StaffGroup } from './what-if-request.ts'

const hourMs = 3_600_000

/** People who are on duty all the time, with the usual capacity. */
export function staffOf(groups: readonly StaffGroup[], hours: number, name: string): SimulatedAgent[] {
  return groups.flatMap(({ count, skills }, group) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${name}/${group}/${n}`,
      skills: skills.map(({ skillId, proficiency }) => ({ skillId, proficiency })),
      capacity: { ...defaultCapacity },
      duty: [{ fromMs: 0, toMs: hours * hourMs }],
    })),
  )
}

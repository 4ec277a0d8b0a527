import type { Scores } from '../rank-candidates.ts'
import type { BestSet } from '../state/demand.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { mediaIndex, type Profile } from '../state/profile.ts'

/** How good somebody counts where nothing is needed: middling. */
const usualFit = 3

/** The part of an agent's scores that those of a profile with as much room share. */
export type RoomScores = Pick<Scores, 'preferences' | 'fit' | 'flexibility' | 'breaksWhole' | 'occupancy'>

/** @param best what the agents are needed for, with the sum of their proficiencies in it */
export function roomScores(profile: Profile, free: number, best: BestSet, { item }: ItemEntry): RoomScores {
  const { skills, weights, capacity } = profile
  let preferences = item.language !== undefined && skills.has(item.language) ? 1 : 0
  for (const { skillId, minimumProficiency } of item.prefers ?? []) {
    if ((skills.get(skillId) ?? 0) >= minimumProficiency && skillId !== item.language) preferences++
  }
  return {
    preferences,
    fit: best.needs.length > 0 ? best.fit / best.needs.length : usualFit,
    flexibility: skills.size,
    breaksWhole: free >= capacity.total && (weights[mediaIndex[item.mediaType]] ?? 0) < capacity.total,
    occupancy: (capacity.total - free) / capacity.total,
  }
}

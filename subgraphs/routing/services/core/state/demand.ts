import type { MediaType } from '#schema/events/vocabulary.ts'
import type { SkillNeed } from '../skill-need.ts'
import type { AgentEntry } from './agent-entry.ts'
import { compareRows, type Row } from './line.ts'
import { OrderedSet } from './ordered-set.ts'
import type { Profile } from './profile.ts'

/** What lines ask of an agent. Lines that ask the same share it, and so its answer to who can serve them. */
export interface Demand {
  key: string
  index: number
  mediaType: MediaType
  /** Any of these sets serves. */
  needSets: readonly (readonly SkillNeed[])[]
  /** The only agent who may serve it, whatever their skills. */
  agent: AgentEntry | undefined
  /** How many lines ask it. */
  lines: number
  /** Its lines' open items, by the first of each. */
  open: OrderedSet<Row>
  /** Its lines' held items, by the first of each. */
  held: OrderedSet<Row>
  /** Who can serve it. */
  profiles: Profile[]
  /** The indexes of the profiles, in the same order. */
  indexes: number[]
  /** How well each of the profiles fits what is asked; see `bestSetOf`. */
  fits: BestSet[]
}

/** Of the sets that a profile meets, the one it meets best. */
export interface BestSet {
  needs: readonly SkillNeed[]
  /** Sum of the proficiencies in it. */
  fit: number
}

/** A demand that no line has asked yet. */
export function createDemand(
  identity: Pick<Demand, 'key' | 'index' | 'mediaType' | 'needSets' | 'agent'>,
): Demand {
  return {
    ...identity,
    lines: 0,
    open: new OrderedSet(compareRows),
    held: new OrderedSet(compareRows),
    profiles: [],
    indexes: [],
    fits: [],
  }
}

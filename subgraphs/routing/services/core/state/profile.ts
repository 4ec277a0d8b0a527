import { type MediaType, mediaType } from '#schema/events/vocabulary.ts'
import { type Capacity, weightOf } from '../capacity.ts'
import type { AgentEntry } from './agent-entry.ts'
import { compareIds, compareOrder } from './item-entry.ts'
import { OrderedSet } from './ordered-set.ts'

/** Skills and capacity that several agents share: what one of them can serve, all can. */
export interface Profile {
  key: string
  /** Where its counts stand; see `Profiles`. */
  index: number
  /** Proficiency by skill, of those that have not expired. */
  skills: ReadonlyMap<string, number>
  capacity: Capacity
  /** What an item takes, by the index of its media type. */
  weights: readonly number[]
  /** Its agents, of whatever presence. */
  members: number
  /** Those who are available and have some room, most room first. */
  rooms: Room[]
  /** Indexes of the demands that it meets. */
  demands: number[]
}

/** Agents of a profile with the same room left. */
export interface Room {
  free: number
  /** Least load lately first, then longest idle. */
  open: OrderedSet<AgentEntry>
  /** Agents who are held for an item; those whose item is due last come first. */
  held: OrderedSet<AgentEntry>
}

/** How many media types there are. */
export const mediaCount = mediaType.options.length

/** A number for each media type. */
export const mediaIndex = Object.fromEntries(mediaType.options.map((name, index) => [name, index])) as Record<
  MediaType,
  number
>

/** A profile without agents. */
export function createProfile(
  key: string,
  index: number,
  skills: ReadonlyMap<string, number>,
  capacity: Capacity,
): Profile {
  return {
    key,
    index,
    skills,
    capacity,
    weights: mediaType.options.map((media) => weightOf(capacity, media)),
    members: 0,
    rooms: [],
    demands: [],
  }
}

/** The room of a profile with so much left; made when it is not there. */
export function roomOf(profile: Profile, free: number): Room {
  const index = profile.rooms.findIndex((room) => room.free <= free)
  const found = profile.rooms[index]
  if (found?.free === free) return found
  const room: Room = { free, open: new OrderedSet(compareLoad), held: new OrderedSet(compareHeld) }
  profile.rooms.splice(index === -1 ? profile.rooms.length : index, 0, room)
  return room
}

function compareLoad(a: AgentEntry, b: AgentEntry): number {
  return a.loadOrder - b.loadOrder || a.idleSinceMs - b.idleSinceMs || compareIds(a, b)
}

function compareHeld(a: AgentEntry, b: AgentEntry): number {
  return a.heldFor && b.heldFor && a !== b ? compareOrder(b.heldFor, a.heldFor) : 0
}

import type { AgentState } from '../agent-state.ts'
import type { Demands } from './demands.ts'
import { linkProfile, unlinkProfile } from './eligibility.ts'
import { createProfile, mediaCount, type Profile } from './profile.ts'

/**
 * The profiles that agents have. What is asked of each of them for each item stands in plain arrays by the profile's
 * index: with thousands of agents hardly two are alike.
 */
export interface Profiles {
  byKey: Map<string, Profile>
  bySkill: Map<string, Set<Profile>>
  freeIndexes: number[]
  /** Agents who are available. */
  available: Int32Array
  /** Of them, those who have any room. */
  withRoom: Int32Array
  /** Of them, those who have room for one more of a media type, at index × `mediaCount` + its index. */
  roomy: Int32Array
}

/** No profiles. */
export function createProfiles(): Profiles {
  return {
    byKey: new Map(),
    bySkill: new Map(),
    freeIndexes: [],
    available: new Int32Array(64),
    withRoom: new Int32Array(64),
    roomy: new Int32Array(64 * mediaCount),
  }
}

/** The profile of an agent at an instant: skills that have expired by then are not in it. */
export function profileFor(profiles: Profiles, demands: Demands, agent: AgentState, atMs: number): Profile {
  const skills = agent.skills
    .filter(({ expiresAtMs }) => expiresAtMs === undefined || expiresAtMs > atMs)
    .map(({ skillId, proficiency }) => [skillId, proficiency] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const { total, voice, chat, social, email } = agent.capacity
  const key = JSON.stringify([total, voice, chat, social, email, skills])
  const known = profiles.byKey.get(key)
  if (known) return known
  const index = profiles.freeIndexes.pop() ?? profiles.byKey.size
  if (index >= profiles.available.length) grow(profiles)
  const profile = createProfile(key, index, new Map(skills), { total, voice, chat, social, email })
  profiles.byKey.set(key, profile)
  for (const skillId of profile.skills.keys()) {
    const having = profiles.bySkill.get(skillId)
    if (having) having.add(profile)
    else profiles.bySkill.set(skillId, new Set([profile]))
  }
  linkProfile(demands, profile)
  return profile
}

/** Forgets a profile that no agent has any more. */
export function releaseProfile(profiles: Profiles, demands: Demands, profile: Profile): void {
  if (profile.members > 0) return
  profiles.byKey.delete(profile.key)
  profiles.freeIndexes.push(profile.index)
  for (const skillId of profile.skills.keys()) {
    const having = profiles.bySkill.get(skillId)
    having?.delete(profile)
    if (having?.size === 0) profiles.bySkill.delete(skillId)
  }
  unlinkProfile(demands, profile)
}

function grow(profiles: Profiles): void {
  const doubled = (counts: Int32Array): Int32Array => {
    const longer = new Int32Array(counts.length * 2)
    longer.set(counts)
    return longer
  }
  profiles.available = doubled(profiles.available)
  profiles.withRoom = doubled(profiles.withRoom)
  profiles.roomy = doubled(profiles.roomy)
}

import type { AgentState } from '../agent-state.ts'
import type { Demands } from './demands.ts'
import { linkProfile, unlinkProfile } from './eligibility.ts'
import { createProfile, type Profile } from './profile.ts'

/** The profiles that agents have. */
export interface Profiles {
  byKey: Map<string, Profile>
  bySkill: Map<string, Set<Profile>>
}

/** No profiles. */
export function createProfiles(): Profiles {
  return { byKey: new Map(), bySkill: new Map() }
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
  const profile = createProfile(key, new Map(skills), { total, voice, chat, social, email })
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
  for (const skillId of profile.skills.keys()) {
    const having = profiles.bySkill.get(skillId)
    having?.delete(profile)
    if (having?.size === 0) profiles.bySkill.delete(skillId)
  }
  unlinkProfile(demands, profile)
}

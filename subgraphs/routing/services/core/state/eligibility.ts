import { bestSetOf } from '../best-set-of.ts'
import type { SkillNeed } from '../skill-need.ts'
import type { Demand } from './demand.ts'
import type { Demands } from './demands.ts'
import { mediaIndex, type Profile } from './profile.ts'
import type { Profiles } from './profiles.ts'

/**
 * Who can serve what, kept in both directions: it is asked for each offer, and changes only with a new demand or a new
 * profile. Of each set of needs one skill, the rarest when the demand came, is its anchor, so that a new one is
 * compared only with those that it could fit.
 */
export function linkDemand(demands: Demands, profiles: Profiles, demand: Demand): void {
  for (const needs of demand.needSets) {
    const anchor = rarestOf(profiles, needs)
    const anchored = demands.byAnchor.get(anchor)
    if (anchored) anchored.add(demand)
    else demands.byAnchor.set(anchor, new Set([demand]))
    const able = anchor === undefined ? profiles.byKey.values() : (profiles.bySkill.get(anchor) ?? [])
    for (const profile of able) link(demand, profile)
  }
}

/** The demand is gone. */
export function unlinkDemand(demands: Demands, demand: Demand): void {
  for (const needs of demand.needSets) {
    for (const anchor of [undefined, ...needs.map(({ skillId }) => skillId)]) {
      const anchored = demands.byAnchor.get(anchor)
      anchored?.delete(demand)
      if (anchored?.size === 0) demands.byAnchor.delete(anchor)
    }
  }
  for (const profile of demand.profiles) removeFrom(profile.demands, profile.demands.indexOf(demand.index))
}

/** A new profile meets demands. */
export function linkProfile(demands: Demands, profile: Profile): void {
  for (const anchor of [undefined, ...profile.skills.keys()]) {
    for (const demand of demands.byAnchor.get(anchor) ?? []) link(demand, profile)
  }
}

/** The profile is gone. */
export function unlinkProfile(demands: Demands, profile: Profile): void {
  for (const index of profile.demands) {
    const demand = demands.byIndex[index]
    const at = demand?.profiles.indexOf(profile) ?? -1
    if (!demand || at === -1) continue
    removeFrom(demand.profiles, at)
    removeFrom(demand.indexes, at)
    removeFrom(demand.fits, at)
  }
}

function link(demand: Demand, profile: Profile): void {
  // Who can never have room for it is not asked.
  if ((profile.weights[mediaIndex[demand.mediaType]] ?? 0) > profile.capacity.total) return
  const best = bestSetOf(profile.skills, demand.needSets)
  // Who meets several of its sets is found by each.
  if (!best || (demand.needSets.length > 1 && demand.indexes.includes(profile.index))) return
  demand.profiles.push(profile)
  demand.indexes.push(profile.index)
  demand.fits.push(best)
  profile.demands.push(demand.index)
}

function rarestOf(profiles: Profiles, needs: readonly SkillNeed[]): string | undefined {
  let rarest: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const { skillId } of needs) {
    const count = profiles.bySkill.get(skillId)?.size ?? 0
    if (count < fewest) {
      rarest = skillId
      fewest = count
    }
  }
  return rarest
}

/** Takes one out of a list whose order does not matter. */
function removeFrom<T>(list: T[], at: number): void {
  const last = list.pop()
  if (at < list.length && last !== undefined) list[at] = last
}

import type { MediaType } from '#schema/events/vocabulary.ts'
import type { SkillNeed } from '../skill-need.ts'
import type { AgentEntry } from './agent-entry.ts'
import { createDemand, type Demand } from './demand.ts'
import { linkDemand, unlinkDemand } from './eligibility.ts'
import { mediaIndex } from './profile.ts'
import type { Profiles } from './profiles.ts'

/** Demands that no line asks any more are kept, since who can serve them is costly to find: so many of them. */
const maxUnused = 4_096

/**
 * The demands that lines ask. What a search for the first item looks at stands in plain arrays by the demand's index:
 * an agent of many queues looks through thousands of them.
 */
export interface Demands {
  byKey: Map<string, Demand>
  byIndex: (Demand | undefined)[]
  freeIndexes: number[]
  unused: Set<Demand>
  /** For each skill, the demands that are found by it; those without any need stand under no skill. */
  byAnchor: Map<string | undefined, Set<Demand>>
  /** The order of the first open item, infinite without one. */
  openMs: Float64Array
  /** The order of the first held item, infinite without one. */
  heldMs: Float64Array
  media: Uint8Array
}

/** No demands. */
export function createDemands(): Demands {
  return {
    byKey: new Map(),
    byIndex: [],
    freeIndexes: [],
    unused: new Set(),
    byAnchor: new Map(),
    openMs: new Float64Array(64).fill(Number.POSITIVE_INFINITY),
    heldMs: new Float64Array(64).fill(Number.POSITIVE_INFINITY),
    media: new Uint8Array(64),
  }
}

/** The demand for skills, or for one agent. */
export function demandFor(
  demands: Demands,
  profiles: Profiles,
  mediaType: MediaType,
  needSets: readonly (readonly SkillNeed[])[],
  agent?: AgentEntry,
): Demand {
  const key = `${mediaType}/${agent ? `agent:${agent.id}` : JSON.stringify(needSets)}`
  const known = demands.byKey.get(key)
  if (known) {
    demands.unused.delete(known)
    return known
  }
  const index = demands.freeIndexes.pop() ?? demands.byIndex.length
  const demand = createDemand({ key, index, mediaType, needSets, agent })
  demands.byKey.set(key, demand)
  demands.byIndex[index] = demand
  if (index >= demands.media.length) grow(demands)
  demands.openMs[index] = Number.POSITIVE_INFINITY
  demands.heldMs[index] = Number.POSITIVE_INFINITY
  demands.media[index] = mediaIndex[mediaType]
  if (agent) agent.direct.push(demand)
  else linkDemand(demands, profiles, demand)
  return demand
}

/** A line asks it no more. */
export function releaseDemand(demands: Demands, demand: Demand): void {
  if (demand.lines > 0) return
  demands.unused.add(demand)
  if (demands.unused.size <= maxUnused) return
  for (const oldest of demands.unused) {
    demands.unused.delete(oldest)
    demands.byKey.delete(oldest.key)
    demands.byIndex[oldest.index] = undefined
    demands.freeIndexes.push(oldest.index)
    if (oldest.agent) oldest.agent.direct = oldest.agent.direct.filter((other) => other !== oldest)
    else unlinkDemand(demands, oldest)
    return
  }
}

/** The same sets of needs for every way to write them: in order, no set twice, no skill twice in a set. */
export function canonicalNeeds(
  alternatives: readonly (readonly SkillNeed[])[],
  requires: readonly SkillNeed[],
): SkillNeed[][] {
  const sets = new Map<string, SkillNeed[]>()
  for (const alternative of alternatives) {
    const minimums = new Map<string, number>()
    for (const { skillId, minimumProficiency } of [...alternative, ...requires]) {
      minimums.set(skillId, Math.max(minimumProficiency, minimums.get(skillId) ?? 0))
    }
    const set = [...minimums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([skillId, minimumProficiency]) => ({ skillId, minimumProficiency }))
    sets.set(JSON.stringify(set), set)
  }
  return [...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set)
}

function grow(demands: Demands): void {
  const length = demands.media.length * 2
  const copy = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  demands.openMs = copy(demands.openMs, new Float64Array(length))
  demands.heldMs = copy(demands.heldMs, new Float64Array(length))
  demands.media = copy(demands.media, new Uint8Array(length))
}

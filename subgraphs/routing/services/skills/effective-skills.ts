import type { AgentSkillRecord, EffectiveSkillRecord, SkillSource } from '../../models/agent.ts'

/** What an agent can serve from now on, and when that has to be worked out anew. */
export interface EffectiveSkills {
  skills: EffectiveSkillRecord[]
  dueAt?: Date
}

const rank: Readonly<Record<SkillSource, number>> = { OWN: 0, GROUP: 1, BASIC: 2 }

/**
 * One entry for each skill that counts at this instant, in the order of ids: of several the most proficient, of those
 * the one that lasts longest. The core lets an entry go when it expires; `dueAt` is the first such instant behind which
 * a lesser entry still counts.
 */
export function effectiveSkills(
  own: readonly AgentSkillRecord[],
  granted: readonly EffectiveSkillRecord[],
  at: Date,
): EffectiveSkills {
  const counting = [...own.map((skill) => ({ ...skill, source: 'OWN' as const })), ...granted].filter(
    ({ expiresAt }) => expiresAt === undefined || expiresAt > at,
  )
  const skills: EffectiveSkillRecord[] = []
  let dueMs = Number.MAX_SAFE_INTEGER
  for (const entries of Map.groupBy(counting, ({ skillId }) => skillId).values()) {
    const [best, ...lesser] = entries.sort(
      (a, b) => b.proficiency - a.proficiency || lastsMs(b) - lastsMs(a) || rank[a.source] - rank[b.source],
    )
    if (!best) continue
    skills.push(best)
    if (lesser.some((entry) => lastsMs(entry) > lastsMs(best))) dueMs = Math.min(dueMs, lastsMs(best))
  }
  skills.sort((a, b) => (a.skillId < b.skillId ? -1 : 1))
  return dueMs < Number.MAX_SAFE_INTEGER ? { skills, dueAt: new Date(dueMs) } : { skills }
}

/** A number beyond all instants for no end, so that two of them subtract to 0. */
function lastsMs({ expiresAt }: AgentSkillRecord): number {
  return expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER
}

import { type MediaType, mediaType } from '#schema/events/vocabulary.ts'
import type { AgentRecord } from '../../models/agent.ts'
import type { SkillRecord } from '../../models/skill.ts'

/** How many agents, by proficiency from 1 to 5, and how many of them are available. */
export interface ProficiencyCount {
  agentsByProficiency: number[]
  available: number
}

/** One business domain on one kind of channel. */
export interface MatrixCell extends ProficiencyCount {
  mediaType: MediaType
}

/** One business domain; without one: a channel whatever the domain. */
export interface MatrixRow {
  domain: string | null
  cells: MatrixCell[]
}

/** How many agents have a skill that is neither channel nor domain. */
export interface CountedSkill extends ProficiencyCount {
  skillId: string
}

/** What the matrix looks at of an agent. */
export type MatrixAgent = Pick<AgentRecord, 'skills' | 'presence'>

/**
 * Counts who can serve which business domain on which kind of channel. A cell is served by a skill that is made for
 * both, or by a channel skill and a domain skill together, which count with the lesser proficiency; of several ways the
 * best counts. Each agent counts once in a cell.
 */
export function countMatrix(
  skills: readonly SkillRecord[],
  agents: readonly MatrixAgent[],
  at: Date,
): { rows: MatrixRow[]; others: CountedSkill[] } {
  const skillById = new Map(skills.map((skill) => [skill._id, skill]))
  const domains = [...new Set(skills.flatMap(({ domain }) => (domain === undefined ? [] : [domain])))].sort()
  const rows = [null, ...domains].map((domain) => ({
    domain,
    cells: mediaType.options.map((media) => ({ mediaType: media, ...noAgents() })),
  }))
  const cells = new Map(
    rows.flatMap((row) => row.cells.map((cell) => [cellOf(cell.mediaType, row.domain), cell])),
  )
  const others = new Map(
    skills
      .filter(({ kind }) => kind === 'LANGUAGE' || kind === 'SPECIAL')
      .map(({ _id }) => [_id, { skillId: _id, ...noAgents() }]),
  )

  for (const agent of agents) {
    const levels = new Map<string, number>()
    const domainLevels = new Map<string, number>()
    for (const { skillId, proficiency, expiresAt } of agent.skills) {
      const skill = skillById.get(skillId)
      if (!skill || (expiresAt && expiresAt <= at)) continue
      if (skill.kind === 'CHANNEL' && skill.mediaType) {
        raise(levels, cellOf(skill.mediaType, skill.domain ?? null), proficiency)
      } else if (skill.kind === 'DOMAIN' && skill.domain !== undefined) {
        raise(domainLevels, skill.domain, proficiency)
      } else {
        count(others.get(skillId), proficiency, agent)
      }
    }
    for (const media of mediaType.options) {
      const onChannel = levels.get(cellOf(media, null))
      if (onChannel === undefined) continue
      for (const [domain, level] of domainLevels)
        raise(levels, cellOf(media, domain), Math.min(onChannel, level))
    }
    for (const [cell, level] of levels) count(cells.get(cell), level, agent)
  }
  return { rows, others: [...others.values()] }
}

const noAgents = (): ProficiencyCount => ({ agentsByProficiency: [0, 0, 0, 0, 0], available: 0 })

const cellOf = (media: MediaType, domain: string | null) => JSON.stringify([media, domain])

function raise(levels: Map<string, number>, key: string, level: number): void {
  levels.set(key, Math.max(level, levels.get(key) ?? 0))
}

function count(into: ProficiencyCount | undefined, level: number, { presence }: MatrixAgent): void {
  if (!into) return
  into.agentsByProficiency = into.agentsByProficiency.map(
    (sofar, index) => sofar + Number(index + 1 === level),
  )
  into.available += Number(presence === 'AVAILABLE')
}

import type { AgentRecord } from '../../../models/agent.ts'
import type { SkillRecord } from '../../../models/skill.ts'

const soonMs = 30 * 86_400_000
const weights = { adjacency: 0.4, proficiency: 0.2, spareCapacity: 0.15, fairness: 0.15, expiresSoon: 0.1 }

/** What is looked at of an agent. */
export type CandidateAgent = Pick<AgentRecord, '_id' | 'skills' | 'capacity' | 'free'>

/** What is wanted, and what is known of trainings so far. */
export interface Wanted {
  skill: SkillRecord
  targetLevel: number
  skillById: ReadonlyMap<string, SkillRecord>
  /** Trainings of each agent in the last half year. */
  trainingsOf: ReadonlyMap<string, number>
  /** Agents who have an open training for the skill, or turned one down lately. */
  leftOut: ReadonlySet<string>
}

/** Somebody who could be trained, and why; every part from 0 to 1. */
export interface Candidate {
  agentId: string
  score: number
  currentLevel?: number
  expiresSoon: boolean
  adjacency: number
  proficiency: number
  spareCapacity: number
  fairness: number
}

/**
 * Ranks who could be trained in a skill, the best first. The score is the sum of its parts, each by its weight: how
 * near what they can is to the skill (0.4), how good they are at what is nearest (0.2), how much of their capacity is
 * free (0.15), how few trainings they had in half a year (0.15), and whether they have it but not for another 30 days
 * (0.1). Who has it at the level for longer needs no training.
 */
export function rankCandidates(wanted: Wanted, agents: readonly CandidateAgent[], at: Date): Candidate[] {
  return agents
    .flatMap((agent) => {
      const candidate = wanted.leftOut.has(agent._id) ? null : judge(wanted, agent, at)
      return candidate ? [candidate] : []
    })
    .sort((a, b) => b.score - a.score || (a.agentId < b.agentId ? -1 : 1))
}

function judge(wanted: Wanted, agent: CandidateAgent, at: Date): Candidate | null {
  const held = agent.skills.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > at)
  const current = held.find(({ skillId }) => skillId === wanted.skill._id)
  const suffices = current !== undefined && current.proficiency >= wanted.targetLevel
  const expiresSoon =
    suffices && current.expiresAt !== undefined && current.expiresAt.getTime() <= at.getTime() + soonMs
  if (suffices && !expiresSoon) return null
  const near = held.map(({ skillId, proficiency }) => ({
    nearness: nearness(wanted.skill, wanted.skillById.get(skillId)),
    proficiency,
  }))
  const adjacency = Math.max(0, ...near.map((one) => one.nearness))
  const parts = {
    adjacency,
    proficiency:
      adjacency === 0
        ? 0
        : Math.max(...near.filter((one) => one.nearness === adjacency).map((one) => one.proficiency)) / 5,
    spareCapacity: agent.free / agent.capacity.total,
    fairness: 1 / (1 + (wanted.trainingsOf.get(agent._id) ?? 0)),
  }
  const score =
    weights.adjacency * parts.adjacency +
    weights.proficiency * parts.proficiency +
    weights.spareCapacity * parts.spareCapacity +
    weights.fairness * parts.fairness +
    weights.expiresSoon * Number(expiresSoon)
  return { agentId: agent._id, score, currentLevel: current?.proficiency, expiresSoon, ...parts }
}

/**
 * How near one skill is to another, 0 to 1: the same at a lesser level, the same business domain, the same kind of
 * contact, or only the same kind of skill.
 */
export function nearness(skill: SkillRecord, other: SkillRecord | undefined): number {
  if (!other) return 0
  if (skill._id === other._id) return 1
  if (skill.domain !== undefined && skill.domain === other.domain) return 0.8
  if (skill.mediaType !== undefined && skill.mediaType === other.mediaType) return 0.6
  return skill.kind === other.kind ? 0.3 : 0
}

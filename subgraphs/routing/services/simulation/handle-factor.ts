import type { QueueState } from '../core/queue-state.ts'
import type { SimulatedAgent } from './centre.ts'

/**
 * How much longer or shorter than a middling agent this one takes with a contact of the queue: the pace of their mean
 * proficiency in what the queue needs, between whole levels by proportion. A skill that they lack counts as level 1.
 */
export function handleFactor(
  pace: readonly number[],
  agent: SimulatedAgent,
  queue: QueueState | undefined,
): number {
  const needs = queue?.rings[0]?.alternatives[0] ?? []
  if (pace.length === 0 || needs.length === 0) return 1
  const levels = needs.map(
    ({ skillId }) => agent.skills.find((skill) => skill.skillId === skillId)?.proficiency ?? 1,
  )
  const level = levels.reduce((sum, one) => sum + one, 0) / levels.length
  const below = Math.floor(level)
  const [slower, faster] = [pace[below - 1] ?? 1, pace[below] ?? pace[below - 1] ?? 1]
  return slower + (faster - slower) * (level - below)
}

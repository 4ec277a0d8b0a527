import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { QueueRecord } from '../../../models/queue.ts'
import { queueState } from '../../log/queue-state.ts'
import { checkSteps } from '../../queues/check-steps.ts'
import type { SimulatedAgent } from '../centre.ts'
import type { ReadScenario } from './read-scenario.ts'
import type { Scenario } from './scenario.ts'
import { staffOf } from './staff-of.ts'
import type { StaffGroup, WhatIfChanges } from './what-if-request.ts'

/**
 * The scenario as it would be.
 * @throws BAD_USER_INPUT when a queue is unknown, its steps can not be, or there are not as many to take away
 */
export function changeScenario({ scenario, queues }: ReadScenario, changes: WhatIfChanges): Scenario {
  changes.volumes.forEach(({ queueId }, at) => {
    if (queueId === undefined || queues.has(queueId)) return
    throw badUserInput({ field: `volumes.${at}.queueId`, reason: 'There is no such queue.' })
  })
  const changed = changedQueues(queues, changes.queueSteps)
  return {
    ...scenario,
    queues: [...changed.values()].map((queue) => queueState(queue, changed)),
    demands: scenario.demands.map((demand) => {
      const factor = changes.volumes
        .filter(({ queueId }) => queueId === undefined || queueId === demand.queueId)
        .filter(({ mediaType }) => mediaType === undefined || mediaType === demand.mediaType)
        .reduce((product, volume) => product * volume.factor, 1)
      return { ...demand, arrivalsPerHour: demand.arrivalsPerHour.map((rate) => rate * factor) }
    }),
    agents: [
      ...remaining(scenario.agents, changes.removeAgents),
      ...staffOf(changes.addAgents, scenario.hours, 'added'),
    ],
  }
}

/** Takes those away whose duty is longest first: somebody who was there all day is missed, not a stand-in. */
function remaining(agents: readonly SimulatedAgent[], groups: readonly StaffGroup[]): SimulatedAgent[] {
  let left = [...agents]
  groups.forEach(({ count, skills }, at) => {
    const gone = left
      .filter((agent) => skills.every((skill) => has(agent, skill)))
      .toSorted((a, b) => dutyMs(b) - dutyMs(a) || (a.id < b.id ? -1 : 1))
      .slice(0, count)
    if (gone.length < count) {
      const reason = `Only ${gone.length} agents on duty have these skills.`
      throw badUserInput({ field: `removeAgents.${at}.count`, reason })
    }
    left = left.filter((agent) => !gone.includes(agent))
  })
  return left
}

function has({ skills }: SimulatedAgent, wanted: StaffGroup['skills'][number]): boolean {
  return skills.some(
    ({ skillId, proficiency }) => skillId === wanted.skillId && proficiency >= wanted.proficiency,
  )
}

function dutyMs({ duty }: SimulatedAgent): number {
  return duty.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

function changedQueues(
  queues: ReadonlyMap<string, QueueRecord>,
  changes: WhatIfChanges['queueSteps'],
): Map<string, QueueRecord> {
  const changed = new Map(queues)
  changes.forEach(({ queueId, requiredSkills, steps }, at) => {
    const queue = changed.get(queueId)
    if (!queue) throw badUserInput({ field: `queueSteps.${at}.queueId`, reason: 'There is no such queue.' })
    const needs = requiredSkills ?? queue.requiredSkills
    const [refusal] = checkSteps(needs, steps)
    if (refusal) {
      const field = `queueSteps.${at}.${(refusal.field ?? 'steps').replace('routingSteps', 'steps')}`
      throw badUserInput({ field, reason: refusal.message })
    }
    const unknown = steps.flatMap(({ overflowQueueIds }) => overflowQueueIds).find((id) => !queues.has(id))
    if (unknown !== undefined) {
      throw badUserInput({ field: `queueSteps.${at}.steps`, reason: `There is no queue ${unknown}.` })
    }
    changed.set(queueId, { ...queue, requiredSkills: needs, steps })
  })
  return changed
}

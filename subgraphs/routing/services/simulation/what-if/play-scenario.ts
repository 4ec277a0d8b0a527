import { createRoutingCore } from '../../core/create-routing-core.ts'
import type { AgentLoad } from '../agent-load.ts'
import { drawContacts } from '../draw-contacts.ts'
import { simulate } from '../simulate.ts'
import { type ContactTally, createContactTally, type PlayedHours } from './played-hours.ts'
import type { Scenario } from './scenario.ts'
import { serves } from './serves.ts'

const hourMs = 3_600_000

/**
 * Plays a scenario once with the routing core. An hour like the first goes before and is not measured, so that the
 * centre does not begin empty. Deterministic by the seed; scenarios of one seed meet the same contacts where their
 * demands are the same.
 */
export function playScenario(scenario: Scenario, seed: number): PlayedHours {
  const untilMs = (scenario.hours + 1) * hourMs
  const overall = createContactTally(untilMs)
  const tallies = new Map<string, ContactTally>(
    scenario.demands.map(({ queueId }) => [queueId, createContactTally(untilMs)]),
  )
  const demands = scenario.demands.map((demand) => ({
    ...demand,
    arrivalsPerHour: [demand.arrivalsPerHour[0] ?? 0, ...demand.arrivalsPerHour],
  }))
  const loads = simulate(createRoutingCore(), {
    centre: {
      queues: scenario.queues,
      agents: scenario.agents.map((agent) => ({ ...agent, duty: withHourBefore(agent.duty) })),
      answerMs: scenario.answerMs,
      pace: [],
    },
    contacts: drawContacts(demands, untilMs, seed),
    untilMs,
    warmUpMs: hourMs,
    seen(outcome) {
      if (outcome.contact.arrivesAtMs < hourMs) return
      overall.add(outcome)
      tallies.get(outcome.contact.queueId)?.add(outcome)
    },
  })
  const queues = new Map(scenario.queues.map((queue) => [queue.id, queue]))
  const skills = new Map(scenario.agents.map((agent) => [agent.id, agent.skills]))
  const behind = (queueId: string) =>
    loads.filter(({ agentId }) => serves(skills.get(agentId) ?? [], queues.get(queueId)))
  return {
    overall: { ...overall.figures(), occupancy: occupancyOf(loads) },
    queues: new Map(
      [...tallies].map(([id, tally]) => [id, { ...tally.figures(), occupancy: occupancyOf(behind(id)) }]),
    ),
  }
}

function withHourBefore(duty: Scenario['agents'][number]['duty']): Scenario['agents'][number]['duty'] {
  return duty.map(({ fromMs, toMs }) => ({ fromMs: fromMs === 0 ? 0 : fromMs + hourMs, toMs: toMs + hourMs }))
}

function occupancyOf(loads: readonly AgentLoad[]): number {
  const onDutyMs = loads.reduce((sum, load) => sum + load.onDutyMs, 0)
  return loads.reduce((sum, load) => sum + load.usedMs, 0) / onDutyMs
}

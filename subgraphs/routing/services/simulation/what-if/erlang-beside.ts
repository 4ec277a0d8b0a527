import type { MediaType } from '#schema/events/vocabulary.ts'
import { weightOf } from '../../core/capacity.ts'
import type { SimulatedAgent } from '../centre.ts'
import type { Demand } from '../demand.ts'
import { erlangC, serversNeeded } from '../erlang-c.ts'
import type { Scenario } from './scenario.ts'
import { serves } from './serves.ts'

/** What Erlang C says of a queue that has its people to itself. It knows no patience: nobody gives up. */
export interface ErlangBeside {
  /** Contacts that can be served at once in the busiest hour. */
  servers: number
  /** How many it would take in that hour for the goal. */
  serversNeeded: number
  /** Over the hours, each weighted by its arrivals. */
  waitingProbability: number
  serviceLevel: number
  occupancy: number
  /** Infinity when the line grows without end in one of the hours. */
  expectedWaitMs: number
}

const hourMs = 3_600_000

/**
 * Erlang C beside the simulation, where it applies: one kind of contact, and people who serve no other queue. Hour by
 * hour, each as if it lasted (the pointwise stationary approximation: Green and Kolesar, 1991).
 * @param goal share to be answered in time, below 1
 * @returns null where the formula does not apply
 */
export function erlangBeside(scenario: Scenario, queueId: string, goal: number): ErlangBeside | null {
  const [demand, ...others] = scenario.demands.filter((one) => one.queueId === queueId)
  const queue = scenario.queues.find(({ id }) => id === queueId)
  if (!demand || !queue || others.length > 0) return null
  const agents = scenario.agents.filter(({ skills }) => serves(skills, queue))
  const busy = new Set(scenario.demands.map((one) => one.queueId))
  const isShared = scenario.queues.some(
    (other) =>
      other.id !== queueId && busy.has(other.id) && agents.some(({ skills }) => serves(skills, other)),
  )
  if (isShared) return null
  const lines = Array.from({ length: scenario.hours }, (_, hour) => ({
    arrivalsPerHour: demand.arrivalsPerHour[Math.min(hour, demand.arrivalsPerHour.length - 1)] ?? 0,
    handleTimeMs: handleTimeMs(demand, scenario),
    servers: serversIn(agents, demand.mediaType, hour),
  }))
  const arrivals = lines.reduce((sum, line) => sum + line.arrivalsPerHour, 0)
  const busiest = lines.reduce((most, line) => (line.arrivalsPerHour > most.arrivalsPerHour ? line : most))
  if (arrivals === 0) return null
  // The ring of the phone is part of each wait, and none of Erlang's business.
  const targetMs = Math.max(0, demand.targetMs - scenario.answerMs[demand.mediaType])
  const mean = (figure: 'waitingProbability' | 'serviceLevel' | 'occupancy' | 'expectedWaitMs') =>
    lines
      .filter(({ arrivalsPerHour }) => arrivalsPerHour > 0)
      .reduce((sum, line) => sum + erlangC(line, targetMs)[figure] * line.arrivalsPerHour, 0) / arrivals
  return {
    servers: busiest.servers,
    serversNeeded: serversNeeded(busiest, targetMs, goal),
    waitingProbability: mean('waitingProbability'),
    serviceLevel: mean('serviceLevel'),
    occupancy: mean('occupancy'),
    expectedWaitMs: mean('expectedWaitMs') + scenario.answerMs[demand.mediaType],
  }
}

/** An agent is taken from the offer on. */
function handleTimeMs({ handle, wrapUp, mediaType }: Demand, { answerMs }: Scenario): number {
  return handle.meanMs + (wrapUp?.meanMs ?? 0) + answerMs[mediaType]
}

function serversIn(agents: readonly SimulatedAgent[], mediaType: MediaType, hour: number): number {
  return agents
    .filter(({ duty }) =>
      duty.some(({ fromMs, toMs }) => fromMs <= hour * hourMs && toMs >= (hour + 1) * hourMs),
    )
    .reduce((sum, { capacity }) => sum + Math.floor(capacity.total / weightOf(capacity, mediaType)), 0)
}

import { type Estimate, estimate } from '../estimate.ts'
import type { Forecast, ExpectedFigures, ForecastPair } from './forecast.ts'
import { playScenario } from './play-scenario.ts'
import type { PlayedFigures, PlayedHours } from './played-hours.ts'
import type { Scenario } from './scenario.ts'

/** What is played. Plain data: it goes to another thread. */
export interface Comparison {
  before: Scenario
  after: Scenario
  seed: number
  /** Runs with other chance, at least two: their spread says how sure the means are. */
  replications: number
}

/** Plays both scenarios so many times, each time over the same contacts, and says what to expect. */
export function compareScenarios({ before, after, seed, replications }: Comparison): ForecastPair {
  const played = Array.from({ length: replications }, (_, replication) => {
    // Seeds of different questions do not meet: nobody asks for more than a thousand replications.
    const own = seed * 1_000 + replication
    return { before: playScenario(before, own), after: playScenario(after, own) }
  })
  const change = (figure: 'serviceLevel' | 'occupancy' | 'abandonRate') =>
    sure(played.map((one) => one.after.overall[figure] - one.before.overall[figure]))
  return {
    before: forecastOf(
      before,
      played.map((one) => one.before),
    ),
    after: forecastOf(
      after,
      played.map((one) => one.after),
    ),
    change: {
      serviceLevel: change('serviceLevel'),
      occupancy: change('occupancy'),
      abandonRate: change('abandonRate'),
    },
  }
}

function forecastOf(scenario: Scenario, played: readonly PlayedHours[]): Forecast {
  const queueIds = [...new Set(scenario.demands.map(({ queueId }) => queueId))].sort()
  return {
    agents: scenario.agents.length,
    overall: figuresOf(played.map(({ overall }) => overall)),
    queues: queueIds.map((queueId) => ({
      queueId,
      figures: figuresOf(played.flatMap(({ queues }) => queues.get(queueId) ?? [])),
    })),
  }
}

function figuresOf(played: readonly PlayedFigures[]): ExpectedFigures {
  return {
    contacts: played.reduce((sum, { contacts }) => sum + contacts, 0) / played.length,
    serviceLevel: sure(played.map(({ serviceLevel }) => serviceLevel)),
    occupancy: sure(played.map(({ occupancy }) => occupancy)),
    abandonRate: sure(played.map(({ abandonRate }) => abandonRate)),
    waitMs: sure(played.map(({ waitMs }) => waitMs)),
  }
}

/** Of the runs in which there was something to measure; one of them alone says nothing of how sure it is. */
function sure(samples: readonly number[]): Estimate | null {
  const measured = samples.filter(Number.isFinite)
  return measured.length < 2 ? null : estimate(measured)
}

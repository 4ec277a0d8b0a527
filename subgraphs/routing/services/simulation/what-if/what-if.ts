import type { ServiceContext } from '#platform/service/service-context.ts'
import type { QueueRecord } from '../../../models/queue.ts'
import { changeScenario } from './change-scenario.ts'
import { checkRequest } from './check-request.ts'
import { type ErlangBeside, erlangBeside } from './erlang-beside.ts'
import type { Forecast, ExpectedFigures, ForecastPair } from './forecast.ts'
import { readScenario } from './read-scenario.ts'
import { runComparison } from './run-comparison.ts'
import type { Scenario } from './scenario.ts'
import type { WhatIfRequest } from './what-if-request.ts'

/** A queue's forecast with Erlang C beside it. */
export interface QueueOutlook {
  queue: QueueRecord
  figures: ExpectedFigures
  erlangC: ErlangBeside | null
}

/** What is expected of a scenario. */
export interface Outlook {
  agents: number
  overall: ExpectedFigures
  /** By name. */
  queues: QueueOutlook[]
}

/** The answer to a question of what would be. */
export interface WhatIfAnswer {
  seed: number
  replications: number
  hours: number
  before: Outlook
  after: Outlook
  change: ForecastPair['change']
}

/** Theory is asked for the queue's own goal, which it can only come near when it is everybody. */
const nearlyAll = 0.999

/**
 * Plays some hours as they were (or as given) and as they would be after some changes, with the routing core itself.
 * @throws BAD_USER_INPUT, NOTHING_RECORDED, SIMULATION_TOO_LARGE, SIMULATION_BUSY, SIMULATION_TOO_LONG
 */
export async function whatIf(ctx: ServiceContext, request: WhatIfRequest): Promise<WhatIfAnswer> {
  checkRequest(request)
  const read = await readScenario(ctx, request)
  const [before, after] = [read.scenario, changeScenario(read, request.changes)]
  const { seed, replications } = request
  const pair = await runComparison({ before, after, seed, replications })
  return {
    seed,
    replications,
    hours: before.hours,
    before: outlook(before, pair.before, read.queues),
    after: outlook(after, pair.after, read.queues),
    change: pair.change,
  }
}

function outlook(scenario: Scenario, forecast: Forecast, queues: ReadonlyMap<string, QueueRecord>): Outlook {
  return {
    agents: forecast.agents,
    overall: forecast.overall,
    queues: forecast.queues
      .flatMap(({ queueId, figures }) => {
        const queue = queues.get(queueId)
        if (!queue) return []
        const goal = Math.min(queue.serviceLevelGoal, nearlyAll)
        return [{ queue, figures, erlangC: erlangBeside(scenario, queueId, goal) }]
      })
      .sort((a, b) => (a.queue.name < b.queue.name ? -1 : 1)),
  }
}

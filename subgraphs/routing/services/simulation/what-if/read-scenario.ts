import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { nothingRecorded } from '../../../errors.ts'
import type { QueueRecord } from '../../../models/queue.ts'
import { queueState } from '../../log/queue-state.ts'
import { queuesInUse } from '../../queues/queues-in-use.ts'
import type { SimulatedAgent } from '../centre.ts'
import { answerTargets } from './answer-targets.ts'
import type { Baseline, BaselineDemand } from './baseline.ts'
import { onDuty } from './on-duty.ts'
import { readDuty } from './read-duty.ts'
import { recordedDemands } from './recorded-demands.ts'
import { type RecordedWindow, recordedWindow } from './recorded-window.ts'
import type { Scenario } from './scenario.ts'
import { staffOf } from './staff-of.ts'
import type { GivenDemand, WhatIfBasis } from './what-if-request.ts'

/** Hours that given figures are played for when they do not say more. */
const usualHours = 8
const usualAnswerMs: Record<MediaType, number> = { VOICE: 5_000, CHAT: 5_000, SOCIAL: 5_000, EMAIL: 5_000 }

/** A scenario as things are, with where it comes from. */
export interface ReadScenario {
  scenario: Scenario
  baseline: Baseline
  /** The queues in use, by id. */
  queues: Map<string, QueueRecord>
}

/**
 * Reads what a simulation starts from: the recorded past, or given figures, or of each one part.
 * @throws BAD_USER_INPUT, NOTHING_RECORDED, SIMULATION_TOO_LARGE
 */
export async function readScenario(ctx: ServiceContext, basis: WhatIfBasis): Promise<ReadScenario> {
  const now = ctx.now()
  const window = recordedWindow(now, basis.pastHours)
  const queues = await queuesInUse(ctx)
  const { demands, answerMs } = basis.demands
    ? { demands: await givenDemands(ctx, basis.demands, queues), answerMs: usualAnswerMs }
    : await recordedDemands(ctx, window, queues)
  if (demands.length === 0) throw nothingRecorded({ what: 'contacts' })
  const hours = basis.demands
    ? Math.max(usualHours, ...basis.demands.map(({ arrivalsPerHour }) => arrivalsPerHour.length))
    : window.hours
  const agents = basis.staff ? staffOf(basis.staff, hours, 'given') : await recordedStaff(ctx, window, hours)
  if (agents.length === 0) throw nothingRecorded({ what: 'agents' })
  return {
    queues,
    baseline: { since: window.since, until: now, agentsOnDuty: agents.length, demands },
    scenario: {
      hours,
      queues: [...queues.values()].map((queue) => queueState(queue, queues)),
      demands: demands.map(({ demand }) => demand),
      agents,
      answerMs,
    },
  }
}

async function givenDemands(
  ctx: ServiceContext,
  given: readonly GivenDemand[],
  queues: ReadonlyMap<string, QueueRecord>,
): Promise<BaselineDemand[]> {
  const targetMs = await answerTargets(ctx)
  return given.map(({ queueId, mediaType, arrivalsPerHour, handleTimeMs, patienceMs }, at) => {
    const queue = queues.get(queueId)
    if (!queue) throw badUserInput({ field: `demands.${at}.queueId`, reason: 'There is no such queue.' })
    return {
      queue,
      contacts: 0,
      assumed: false,
      demand: {
        queueId,
        mediaType,
        arrivalsPerHour,
        handle: { kind: 'EXPONENTIAL', meanMs: handleTimeMs },
        patience: patienceMs === undefined ? undefined : { kind: 'EXPONENTIAL', meanMs: patienceMs },
        targetMs: targetMs(mediaType, queueId),
      },
    }
  })
}

/** Recorded duty, with its last hour going on when given figures last longer than what was recorded. */
async function recordedStaff(
  ctx: ServiceContext,
  window: RecordedWindow,
  hours: number,
): Promise<SimulatedAgent[]> {
  const now = ctx.now()
  return (await readDuty(ctx, window)).flatMap(({ agent, hours: recorded }) => {
    const duty = onDuty(
      Array.from({ length: hours }, (_, hour) => recorded[Math.min(hour, recorded.length - 1)] ?? false),
    )
    if (duty.length === 0) return []
    const skills = agent.skills
      .filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
      .map(({ skillId, proficiency }) => ({ skillId, proficiency }))
    return [{ id: agent._id, skills, capacity: agent.capacity, duty }]
  })
}

import { type Connection, pageOf } from '#platform/graph/connection.ts'
import { defineLoader } from '#platform/graph/loader.ts'
import type { RoutingContext } from './context.ts'
import { Agents } from './models/agent.ts'
import { BusinessCalendars } from './models/business-calendar.ts'
import { Queues } from './models/queue.ts'
import { Reservations } from './models/reservation.ts'
import { Skills } from './models/skill.ts'
import { SlaPolicies } from './models/sla-policy.ts'
import { TrainingPlans } from './models/training-plan.ts'
import { type WorkItemRecord, WorkItems } from './models/work-item.ts'
import { decisionsOfItems } from './services/log/decisions-of-items.ts'
import { clocksOfItems } from './services/sla/clocks-of-items.ts'
import { liveReservations } from './services/work/live-reservations.ts'
import { queueFigures } from './services/queues/queue-figures.ts'
import { recentAnswers } from './services/queues/recent-answers.ts'
import { rowsById } from './services/rows-by-id.ts'
import { signedOnAgents } from './services/agents/signed-on-agents.ts'
import { trainingsOfPlans } from './services/skills/training/list-trainings.ts'
import { openTrainings } from './services/skills/training/open-trainings.ts'
import { waitingItems } from './services/work/waiting-items.ts'
import { workBySession } from './services/work/work-by-session.ts'

export const agentById = defineLoader((ctx, ids) => rowsById(ctx, Agents, ids))
export const businessCalendarById = defineLoader((ctx, ids) => rowsById(ctx, BusinessCalendars, ids))
export const queueById = defineLoader((ctx, ids) => rowsById(ctx, Queues, ids))
export const reservationById = defineLoader((ctx, ids) => rowsById(ctx, Reservations, ids))
export const skillById = defineLoader((ctx, ids) => rowsById(ctx, Skills, ids))
export const slaPolicyById = defineLoader((ctx, ids) => rowsById(ctx, SlaPolicies, ids))
export const trainingPlanById = defineLoader((ctx, ids) => rowsById(ctx, TrainingPlans, ids))
export const workItemById = defineLoader((ctx, ids) => rowsById(ctx, WorkItems, ids))
export const workItemBySession = defineLoader(workBySession)
export const clocksOfItem = defineLoader(clocksOfItems)
export const decisionsOfItem = defineLoader(decisionsOfItems)
export const reservationsOfAgent = defineLoader(liveReservations)
export const trainingsOfPlan = defineLoader(trainingsOfPlans)
export const openTrainingsOfSkill = defineLoader(openTrainings)
export const figuresOfQueue = defineLoader(queueFigures)
export const answersOfQueue = defineLoader(recentAnswers)

/** Agents who are not signed off, read once for each request whatever the key. */
export const agentsOnDuty = defineLoader(async (ctx, keys) => {
  const agents = await signedOnAgents(ctx)
  return new Map(keys.map((key) => [key, agents]))
})

/** A page of a queue's waiting items; equal pages of several queues are one query. */
export const waitingOfQueue = defineLoader(async (ctx: RoutingContext, keys) => {
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as WaitingKey) }))
  const pages = Map.groupBy(asked, ({ first, after }) => JSON.stringify({ first, after }))
  const found = new Map<string, Connection<WorkItemRecord>>()
  for (const rows of pages.values()) {
    const page = pageOf(rows[0] ?? {})
    const byQueue = await waitingItems(
      ctx,
      rows.map(({ queueId }) => queueId),
      page,
    )
    for (const { key, queueId } of rows) {
      const waiting = byQueue.get(queueId)
      if (waiting) found.set(key, waiting)
    }
  }
  return found
})

interface WaitingKey {
  queueId: string
  first?: number | null
  after?: string | null
}

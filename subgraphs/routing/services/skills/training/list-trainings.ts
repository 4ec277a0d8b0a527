import { type Connection, connection, type Page } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type TrainingItemRecord, TrainingItems } from '../../../models/training-item.ts'
import { type TrainingPlanRecord, TrainingPlans } from '../../../models/training-plan.ts'

const newestFirst = { _id: -1 } as const

/** A page of the plans, of one skill or of all, the newest first. */
export async function listTrainingPlans(
  ctx: ServiceContext,
  skillId: string | undefined,
  page: Page,
): Promise<Connection<TrainingPlanRecord>> {
  const rows = await TrainingPlans(ctx.db)
    .find({ ...(skillId !== undefined && { skillId }), ...rowsBehind(page, newestFirst) })
    .sort(newestFirst)
    .limit(page.limit)
    .lean()
  return connection(rows, page, ({ _id }) => [_id])
}

/** A page of an agent's trainings, the newest first. */
export async function listTrainingsOf(
  ctx: ServiceContext,
  agentId: string,
  page: Page,
): Promise<Connection<TrainingItemRecord>> {
  const rows = await TrainingItems(ctx.db)
    .find({ agentId, ...rowsBehind(page, newestFirst) })
    .sort(newestFirst)
    .limit(page.limit)
    .lean()
  return connection(rows, page, ({ _id }) => [_id])
}

/** The trainings of several plans, the best candidate first; proposing bounds how many a plan has. */
export async function trainingsOfPlans(
  ctx: ServiceContext,
  planIds: readonly string[],
): Promise<Map<string, TrainingItemRecord[]>> {
  const rows = await TrainingItems(ctx.db)
    .find({ planId: { $in: [...planIds] } })
    .sort({ planId: 1, score: -1, _id: 1 })
    .lean()
  return Map.groupBy(rows, ({ planId }) => planId)
}

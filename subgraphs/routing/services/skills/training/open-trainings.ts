import type { ServiceContext } from '#platform/service/service-context.ts'
import { TrainingItems } from '../../../models/training-item.ts'

/** How many trainings are open for each skill, by the level that they are for. */
export async function openTrainings(
  ctx: ServiceContext,
  skillIds: readonly string[],
): Promise<Map<string, Array<{ level: number; count: number }>>> {
  const rows = await TrainingItems(ctx.db).aggregate<{
    _id: { skillId: string; level: number }
    count: number
  }>([
    { $match: { skillId: { $in: [...skillIds] }, open: true } },
    { $group: { _id: { skillId: '$skillId', level: '$targetLevel' }, count: { $sum: 1 } } },
  ])
  const counted = rows.map(({ _id, count }) => ({ ..._id, count }))
  return Map.groupBy(counted, ({ skillId }) => skillId)
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Queues } from '../../models/queue.ts'
import { WorkItems } from '../../models/work-item.ts'
import type { QueuePace } from './expected-wait.ts'

const newest = 50
const withinMs = 3_600_000

/** The newest answers of queues, fifty of the last hour at most for each; all by one query, which the index answers. */
export async function recentAnswers(
  ctx: ServiceContext,
  queueIds: readonly string[],
): Promise<Map<string, QueuePace['answers']>> {
  const now = ctx.now()
  const rows = await Queues(ctx.db).aggregate<{ _id: string; answers: Array<{ answeredAt: Date }> }>([
    { $match: { _id: { $in: [...queueIds] } } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: WorkItems(ctx.db).collection.name,
        localField: '_id',
        foreignField: 'queueId',
        pipeline: [
          { $match: { answeredAt: { $gte: new Date(now.getTime() - withinMs) } } },
          { $sort: { answeredAt: -1 } },
          { $limit: newest },
          { $project: { _id: 0, answeredAt: 1 } },
        ],
        as: 'answers',
      },
    },
  ])
  return new Map(
    rows.map(({ _id, answers }) => {
      const first = answers.at(-1)?.answeredAt ?? now
      return [_id, { count: answers.length, spanMs: Math.max(0, now.getTime() - first.getTime()) }]
    }),
  )
}

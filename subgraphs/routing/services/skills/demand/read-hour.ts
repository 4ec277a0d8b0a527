import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../../models/agent.ts'
import { AppliedSlas } from '../../../models/applied-sla.ts'
import { Reservations } from '../../../models/reservation.ts'
import { WorkItems } from '../../../models/work-item.ts'
import { lowestIdAt } from './lowest-id-at.ts'
import type { AskedFor } from './needs-of.ts'

/** What happened in one hour, as routing's own rows tell it. */
export interface HourFacts {
  arrivals: Array<AskedFor & { count: number; targetMs: number }>
  missed: Array<AskedFor & { count: number }>
  work: Array<{ queueId: string; workMs: number; loadMs: number }>
}

const asked = { queueId: '$queueId', language: '$language' }

/** Contacts that came, clocks that began and were missed, offers that were made and worked on, from `from` to `to`. */
export async function readHour(ctx: ServiceContext, from: Date, to: Date): Promise<HourFacts> {
  const made = { _id: { $gte: lowestIdAt(from), $lt: lowestIdAt(to) } }
  const [arrivals, missed, work] = await Promise.all([
    WorkItems(ctx.db).aggregate<{ _id: AskedFor; count: number; targetMs: number }>([
      { $match: made },
      {
        $group: {
          _id: asked,
          count: { $sum: 1 },
          targetMs: { $sum: { $max: [0, { $subtract: ['$dueAt', '$queuedAt'] }] } },
        },
      },
    ]),
    AppliedSlas(ctx.db).aggregate<{ _id: AskedFor; count: number }>([
      { $match: { ...made, status: 'MISSED', metric: { $in: ['SPEED_OF_ANSWER', 'FIRST_RESPONSE'] } } },
      // A contact that missed both of these clocks is one contact that was not answered in time.
      { $group: { _id: '$workItemId' } },
      {
        $lookup: {
          from: WorkItems(ctx.db).collection.name,
          localField: '_id',
          foreignField: '_id',
          pipeline: [{ $project: { queueId: 1, language: 1 } }],
          as: 'item',
        },
      },
      { $replaceRoot: { newRoot: { $ifNull: [{ $first: '$item' }, {}] } } },
      { $group: { _id: asked, count: { $sum: 1 } } },
    ]),
    readWork(ctx, made),
  ])
  return {
    arrivals: arrivals.map(({ _id, ...counted }) => ({ ..._id, ...counted })),
    missed: missed.map(({ _id, count }) => ({ ..._id, count })),
    work,
  }
}

/** Work by queue; the part of an agent that a contact took depends on that agent's capacity. */
async function readWork(ctx: ServiceContext, made: object): Promise<HourFacts['work']> {
  const tookMs = { $max: [0, { $subtract: ['$closedAt', '$decidedAt'] }] }
  const rows = await Reservations(ctx.db).aggregate<{
    _id: { queueId: string; agentId: string }
    workMs: number
    weighedMs: number
  }>([
    {
      $match: {
        ...made,
        // A contact that was taken out of an agent's hands was worked on too; an offer that nobody took lasted 0.
        status: { $in: ['COMPLETED', 'RESCINDED'] },
        decidedAt: { $type: 'date' },
        closedAt: { $type: 'date' },
      },
    },
    {
      $group: {
        _id: { queueId: '$queueId', agentId: '$agentId' },
        workMs: { $sum: tookMs },
        weighedMs: { $sum: { $multiply: ['$weight', tookMs] } },
      },
    },
  ])
  const agents = await Agents(ctx.db)
    .find({ _id: { $in: [...new Set(rows.map(({ _id }) => _id.agentId))] } }, { capacity: 1 })
    .lean()
  const totalOf = new Map(agents.map(({ _id, capacity }) => [_id, capacity.total]))
  return rows.map(({ _id: { queueId, agentId }, workMs, weighedMs }) => ({
    queueId,
    workMs,
    loadMs: Math.min(workMs, weighedMs / (totalOf.get(agentId) ?? 1)),
  }))
}

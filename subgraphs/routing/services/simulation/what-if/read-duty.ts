import { leastIdAt } from '#platform/ids/least-id-at.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { simulationTooLarge } from '../../../errors.ts'
import { type AgentRecord, Agents } from '../../../models/agent.ts'
import { Reservations } from '../../../models/reservation.ts'
import { maxAgents } from './limits.ts'
import type { RecordedWindow } from './recorded-window.ts'

/** An agent, and the hours of the simulated day in which they were on duty. */
export interface RecordedDuty {
  agent: Pick<AgentRecord, '_id' | 'skills' | 'capacity'>
  hours: boolean[]
}

const maxReservations = 300_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Who was on duty when, as far as the store tells: of each day from an agent's first offer to the end of their last
 * contact, and those who are signed on now since they said so. Of several days an hour counts when it was so on at
 * least half of them.
 * @throws SIMULATION_TOO_LARGE
 */
export async function readDuty(ctx: ServiceContext, window: RecordedWindow): Promise<RecordedDuty[]> {
  const { since, until, days, hours } = window
  const spans = await Reservations(ctx.db)
    .aggregate<{ _id: { agentId: string; day: number }; from: Date; to: Date }>([
      { $match: { _id: { $gte: leastIdAt(since), $lt: leastIdAt(until) } } },
      { $limit: maxReservations },
      {
        $group: {
          _id: {
            agentId: '$agentId',
            day: { $floor: { $divide: [{ $subtract: ['$createdAt', since] }, dayMs] } },
          },
          from: { $min: '$createdAt' },
          to: { $max: { $ifNull: ['$closedAt', until] } },
        },
      },
    ])
    .option({ maxTimeMS: 5_000 })
  const agents = await Agents(ctx.db)
    .find(
      {
        $or: [
          { _id: { $in: [...new Set(spans.map(({ _id }) => _id.agentId))] } },
          { presence: { $in: ['AVAILABLE', 'BUSY', 'AWAY'] } },
        ],
      },
      { skills: 1, capacity: 1, presence: 1, presenceSince: 1 },
    )
    .sort({ _id: 1 })
    .limit(maxAgents + 1)
    .lean()
  if (agents.length > maxAgents) throw simulationTooLarge({ what: 'agents', limit: maxAgents })
  return agents.map((agent) => {
    const now = agent.presence === 'OFFLINE' ? [] : [{ from: agent.presenceSince, to: until }]
    const own = spans.filter(({ _id }) => _id.agentId === agent._id)
    const seen = new Set<number>()
    for (const { from, to } of [...own, ...now]) {
      const first = Math.max(0, Math.floor((from.getTime() - since.getTime()) / hourMs))
      for (
        let hour = first;
        since.getTime() + hour * hourMs < Math.min(to.getTime(), until.getTime());
        hour += 1
      ) {
        seen.add(hour)
      }
    }
    return {
      agent,
      hours: Array.from({ length: hours }, (_, hour) => {
        const onDuty = Array.from({ length: days }, (_day, day) => seen.has(day * 24 + hour))
        return onDuty.filter(Boolean).length * 2 >= days
      }),
    }
  })
}

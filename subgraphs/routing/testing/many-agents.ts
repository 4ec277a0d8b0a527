import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../models/agent.ts'
import { defaultCapacity } from '../services/core/capacity.ts'

/** As many agents as the largest centre has, written at once; `more` says in what each differs. */
export async function manyAgents(
  ctx: ServiceContext,
  count: number,
  more: (at: number) => Partial<AgentRecord>,
): Promise<void> {
  const then = new Date(0)
  const rows = Array.from(
    { length: count },
    (_, at): AgentRecord => ({
      _id: `many-${at}`,
      name: `Agent ${String(at).padStart(5, '0')}`,
      presence: 'OFFLINE',
      presenceSince: then,
      presenceVersion: 0,
      idleSince: then,
      ownSkills: [],
      skills: [],
      capacity: { ...defaultCapacity },
      free: defaultCapacity.total,
      ...more(at),
    }),
  )
  await Agents(ctx.db).collection.insertMany(rows as never[])
}

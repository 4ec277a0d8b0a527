import { type Connection, connection, type Page } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'

const order = { name: 1, _id: 1 } as const

/** A page of the agents, by name. */
export async function listAgents(ctx: ServiceContext, page: Page): Promise<Connection<AgentRecord>> {
  const rows = await Agents(ctx.db).find(rowsBehind(page, order)).sort(order).limit(page.limit).lean()
  return connection(rows, page, (agent) => [agent.name, agent._id])
}

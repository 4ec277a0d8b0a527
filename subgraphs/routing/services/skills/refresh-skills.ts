import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { SkillRefreshes } from '../../models/skill-refresh.ts'
import { refreshAgents } from './refresh-agents.ts'
import { inTurn } from './in-turn.ts'

const batchSize = 100

/**
 * Works off one batch of what was ordered (`orderRefresh`), or of the agents whose skills are due. What is done and how
 * far are written together, so that a process that dies leaves the rest to another.
 * @returns whether there may be more
 */
export async function refreshSkills(ctx: ServiceContext): Promise<boolean> {
  const next = await SkillRefreshes(ctx.db).findOne().sort({ _id: 1 }).lean()
  return next ? refreshOrdered(ctx, next._id) : refreshDue(ctx)
}

async function refreshOrdered(ctx: ServiceContext, orderId: string): Promise<boolean> {
  return inTurn(ctx, async (session) => {
    const order = await SkillRefreshes(ctx.db).findById(orderId).session(session).lean()
    // Another process has finished it meanwhile.
    if (!order) return true
    const agents = await Agents(ctx.db)
      .find({
        $and: [
          order.agentIds ? { _id: { $in: order.agentIds } } : {},
          order.afterId ? { _id: { $gt: order.afterId } } : {},
        ],
      })
      .sort({ _id: 1 })
      .limit(batchSize)
      .session(session)
      .lean()
    await refreshAgents(ctx, agents, 'SKILLS_GRANTED', session)
    const last = agents.at(-1)
    if (last && agents.length === batchSize) {
      await SkillRefreshes(ctx.db).updateOne({ _id: orderId }, { $set: { afterId: last._id } }, { session })
    } else {
      await SkillRefreshes(ctx.db).deleteOne({ _id: orderId }, { session })
    }
    return true
  })
}

async function refreshDue(ctx: ServiceContext): Promise<boolean> {
  const due = { skillsDueAt: { $lte: ctx.now() } }
  if (!(await Agents(ctx.db).exists(due))) return false
  return inTurn(ctx, async (session) => {
    const agents = await Agents(ctx.db).find(due).limit(batchSize).session(session).lean()
    await refreshAgents(ctx, agents, 'SKILLS_GRANTED', session)
    return agents.length === batchSize
  })
}

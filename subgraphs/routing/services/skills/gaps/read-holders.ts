import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../../models/agent.ts'

const maxAgents = 20_000

/** An agent who has a skill now. */
export interface Holder {
  agentId: string
  proficiency: number
  expiresAt?: Date
  /** Signed on, and not away. */
  onDuty: boolean
}

/** Who has which skill at this moment, by skill, by one query. */
export async function readHolders(ctx: ServiceContext): Promise<Map<string, Holder[]>> {
  const at = ctx.now()
  const agents = await Agents(ctx.db).find({}, { skills: 1, presence: 1 }).limit(maxAgents).lean()
  const holders = new Map<string, Holder[]>()
  for (const { _id: agentId, skills, presence } of agents) {
    const onDuty = presence === 'AVAILABLE' || presence === 'BUSY'
    for (const { skillId, proficiency, expiresAt } of skills) {
      if (expiresAt && expiresAt <= at) continue
      const sofar = holders.get(skillId) ?? []
      sofar.push({ agentId, proficiency, expiresAt, onDuty })
      holders.set(skillId, sofar)
    }
  }
  return holders
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { EffectiveSkillRecord } from '../../models/agent.ts'
import { SkillGroups } from '../../models/skill-group.ts'
import { Skills } from '../../models/skill.ts'

/** What agents are granted beside their own skills, by two queries for all of them. */
export async function readGrants(
  ctx: ServiceContext,
  agentIds: readonly string[],
  session: ClientSession,
): Promise<(agentId: string) => EffectiveSkillRecord[]> {
  // One after the other: a transaction takes one operation at a time.
  const groups = await SkillGroups(ctx.db)
    .find({ agentIds: { $in: [...agentIds] } })
    .session(session)
    .lean()
  const basics = await Skills(ctx.db)
    .find({ basicProficiency: { $gte: 1 }, removedAt: { $exists: false } })
    .session(session)
    .lean()
  const granted = new Map<string, EffectiveSkillRecord[]>()
  for (const { agentIds: members, grants } of groups) {
    for (const id of members) {
      const sofar = granted.get(id) ?? []
      for (const { skillId, proficiency } of grants) sofar.push({ skillId, proficiency, source: 'GROUP' })
      granted.set(id, sofar)
    }
  }
  const toAll = basics.map(
    ({ _id, basicProficiency }): EffectiveSkillRecord => ({
      skillId: _id,
      proficiency: basicProficiency ?? 1,
      source: 'BASIC',
    }),
  )
  return (agentId) => [...(granted.get(agentId) ?? []), ...toAll]
}

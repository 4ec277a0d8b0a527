import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { type SkillGroupRecord, SkillGroups } from '../../models/skill-group.ts'
import { checkProficiencies } from '../agents/check-proficiencies.ts'
import { knowSkills } from '../agents/know-skills.ts'
import { checkName } from '../check-name.ts'
import { checkStableId } from '../check-stable-id.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { orderRefresh } from './order-refresh.ts'
import { refreshNow } from './refresh-now.ts'
import { inTurn } from './in-turn.ts'

const maxGroups = 200
const maxMembers = 500

/** Makes or changes a group; its members, those who leave it too, have the skills due to them when it returns. */
export async function saveSkillGroup(
  ctx: ServiceContext,
  group: SkillGroupRecord,
): Promise<Saved<SkillGroupRecord>> {
  const agentIds = [...new Set(group.agentIds)]
  const refusals = check({ ...group, agentIds })
  if (refusals.length > 0) return { saved: null, refusals }
  const saved = { ...group, agentIds }
  const result = await inTurn<Saved<SkillGroupRecord>>(ctx, async (session) => {
    const known = await Agents(ctx.db)
      .find({ _id: { $in: agentIds } }, { _id: 1 })
      .session(session)
      .lean()
    const knownIds = new Set(known.map(({ _id }) => _id))
    const unknown = agentIds.find((id) => !knownIds.has(id))
    if (unknown !== undefined) return refused('agentIds', 'NOT_FOUND', `There is no agent ${unknown}.`)
    const before = await SkillGroups(ctx.db).findById(group._id).session(session).lean()
    if (!before && (await SkillGroups(ctx.db).countDocuments().session(session)) >= maxGroups) {
      return refused(null, 'TOO_MANY', `There are ${maxGroups} groups already; change one of them.`)
    }
    await knowSkills(
      ctx,
      group.grants.map(({ skillId }) => skillId),
      session,
    )
    const { _id, ...fields } = saved
    await SkillGroups(ctx.db).replaceOne({ _id }, fields, { upsert: true, session })
    await orderRefresh(ctx, session, [...new Set([...agentIds, ...(before?.agentIds ?? [])])])
    return { saved, refusals: [] }
  })
  await refreshNow(ctx)
  return result
}

function check({ _id, name, grants, agentIds }: SkillGroupRecord): Refusal[] {
  const refusals = [
    ...checkStableId('id', _id),
    ...checkName(name),
    ...checkProficiencies(
      'grants',
      grants.map(({ skillId, proficiency: level }) => ({ skillId, level })),
    ),
    ...grants.flatMap(({ skillId }, at) => checkStableId(`grants.${at}.skillId`, skillId)),
  ]
  if (agentIds.length > maxMembers) {
    refusals.push({ field: 'agentIds', code: 'TOO_MANY', message: `Name ${maxMembers} agents at most.` })
  }
  return refusals
}

function refused(field: string | null, code: string, message: string): { saved: null; refusals: Refusal[] } {
  return { saved: null, refusals: [{ field, code, message }] }
}

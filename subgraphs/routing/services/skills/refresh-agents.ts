import { isDeepStrictEqual } from 'node:util'
import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { type AgentSavedReason, recordAgents } from '../agents/record-agents.ts'
import { announceChange } from '../announce-change.ts'
import { effectiveSkills } from './effective-skills.ts'
import { readGrants } from './read-grants.ts'

/**
 * Works out anew what these agents can serve, writes what has changed, and tells routing of it, all in the
 * transaction given, which has taken its turn.
 * @returns the agents that have changed, as they stand now
 */
export async function refreshAgents(
  ctx: ServiceContext,
  agents: readonly AgentRecord[],
  reason: AgentSavedReason,
  session: ClientSession,
): Promise<AgentRecord[]> {
  const at = ctx.now()
  const grantsOf = await readGrants(
    ctx,
    agents.map(({ _id }) => _id),
    session,
  )
  const changed = agents.flatMap((agent) => {
    const { skills, dueAt: skillsDueAt } = effectiveSkills(agent.ownSkills, grantsOf(agent._id), at)
    const same =
      isDeepStrictEqual(skills.map(placeOf), agent.skills.map(placeOf)) &&
      skillsDueAt?.getTime() === agent.skillsDueAt?.getTime()
    return same ? [] : [{ ...agent, skills, skillsDueAt }]
  })
  if (changed.length === 0) return []
  await Agents(ctx.db).bulkWrite(
    changed.map(({ _id, skills, skillsDueAt }) => ({
      updateOne: {
        filter: { _id },
        update: skillsDueAt
          ? { $set: { skills, skillsDueAt } }
          : { $set: { skills }, $unset: { skillsDueAt: 1 } },
      },
    })),
    { session },
  )
  await recordAgents(ctx, changed, reason, session)
  for (const { _id: agentId } of changed) announceChange(ctx, session, { agentId })
  return changed
}

/** An entry without the difference between an absent field and an undefined one. */
function placeOf({ skillId, proficiency, expiresAt, source }: AgentRecord['skills'][number]) {
  return [skillId, proficiency, expiresAt?.getTime() ?? null, source]
}

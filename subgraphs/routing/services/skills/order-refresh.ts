import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SkillRefreshes } from '../../models/skill-refresh.ts'

/** Wakes whoever works out agents' skills anew. Internal: no subscription carries it. */
export const skillRefreshTopic = 'skill-refresh'

/**
 * Has agents' skills worked out anew, all agents' when none are named: `refreshSkills` does it right after the commit
 * in batches, because one transaction over thousands of busy agents would collide with every offer to one of them.
 */
export async function orderRefresh(
  ctx: ServiceContext,
  session: ClientSession,
  agentIds?: readonly string[],
): Promise<void> {
  if (agentIds?.length === 0) return
  await SkillRefreshes(ctx.db).insertMany([{ _id: newId(), ...(agentIds && { agentIds: [...agentIds] }) }], {
    session,
  })
  ctx.live.changed(skillRefreshTopic, session)
}

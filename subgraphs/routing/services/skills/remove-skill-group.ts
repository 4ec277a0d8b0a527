import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SkillGroups } from '../../models/skill-group.ts'
import { orderRefresh } from './order-refresh.ts'
import { refreshNow } from './refresh-now.ts'
import { inTurn } from './in-turn.ts'

/**
 * Removes a group; its members have lost what only it gave them when this returns.
 * @throws NOT_FOUND
 */
export async function removeSkillGroup(ctx: ServiceContext, id: string): Promise<void> {
  await inTurn(ctx, async (session) => {
    const group = await SkillGroups(ctx.db).findByIdAndDelete(id, { session }).lean()
    if (!group) throw notFound({ kind: 'skill group', id })
    await orderRefresh(ctx, session, group.agentIds)
  })
  await refreshNow(ctx)
}

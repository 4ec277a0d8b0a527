import type { ServiceContext } from '#platform/service/service-context.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { handBack } from './hand-back.ts'
import { workInHand } from './work-in-hand.ts'

/** An agent gives a contact back: it goes to its place in line, and to others first. */
export async function giveBackWork(
  ctx: ServiceContext,
  workItemId: string,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  return ctx.transaction(async (session) => {
    const { saved: work, refusals } = await workInHand(ctx, workItemId, actor, session)
    if (!work) return { saved: null, refusals }
    const saved = await handBack(ctx, work, { reason: 'GIVEN_BACK' }, session, { actorId: actor.id })
    return saved
      ? { saved, refusals: [] }
      : refused('NOT_IN_HAND', 'Nobody has this contact in hand.', 'workItemId')
  })
}

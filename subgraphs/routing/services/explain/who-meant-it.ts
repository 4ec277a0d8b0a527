import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import type { LoggedOffer } from './find-decision.ts'

/** Who transferred a contact, or promised a callback, to the one person whom the core then offered it to. */
export async function whoMeantIt(
  ctx: ServiceContext,
  { _id, workItemId, agentId, decision }: LoggedOffer,
): Promise<string | null> {
  if (decision.rule !== 'DIRECT') return null
  const entry = await RoutingLog(ctx.db)
    .findOne(
      {
        workItemId,
        _id: { $lt: _id },
        'command.item.onlyAgentId': agentId,
        // A customer who writes again goes to the same agent by nobody's decision.
        $or: [{ kind: { $in: ['TRANSFERRED', 'CALLBACK'] } }, { reason: 'CUSTOMER_WROTE' }],
      },
      { actorId: 1 },
    )
    .sort({ _id: -1 })
    .lean()
  return entry?.actorId ?? null
}

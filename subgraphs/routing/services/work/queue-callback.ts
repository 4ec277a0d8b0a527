import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { CallbackRecord, WorkItemRecord } from '../../models/work-item.ts'
import { putInLine } from './put-in-line.ts'
import { directForMs } from './direct-for.ts'

/**
 * Puts a contact into line to be called back. As soon as possible keeps its place; at an instant it is due then, and
 * nobody is offered it earlier. Who promised it themselves has a while before anybody else may do it.
 */
export async function queueCallback(
  ctx: ServiceContext,
  item: WorkItemRecord,
  callback: CallbackRecord,
  session: ClientSession,
): Promise<WorkItemRecord | null> {
  const now = ctx.now()
  const { at, agentId } = callback
  const from = at && at > now ? at : now
  return putInLine(
    ctx,
    { _id: item._id },
    {
      from: [item.status],
      set: {
        callback,
        ...(item.status === 'QUEUED' ? {} : { queuedAt: now }),
        ...(at ? { notBefore: at, dueAt: at, orderAt: at } : {}),
        ...(agentId ? { onlyAgentId: agentId, onlyAgentUntil: new Date(from.getTime() + directForMs) } : {}),
      },
      unset: ['wrapUpEndsAt', 'parkedAt', 'consultReservationId', ...(at ? [] : (['notBefore'] as const))],
      entry: {
        kind: 'CALLBACK',
        reason: at ? 'SCHEDULED' : 'AS_SOON_AS_POSSIBLE',
        actorId: callback.requestedBy,
      },
    },
    session,
  )
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Reservations } from '../../models/reservation.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { closeReservation } from './close-reservation.ts'
import { releaseFromAgent } from './release-from-agent.ts'

/**
 * Ends the consult of a contact, if there is one: what rings stops, and who advises has done so. The work item's own
 * row has to be written by the caller, in the same transaction.
 * @returns the second agent, when there was one
 */
export async function endConsultOf(
  ctx: ServiceContext,
  item: Pick<WorkItemRecord, 'sessionId' | 'conversationId' | 'consultReservationId'>,
  session: ClientSession,
): Promise<string | null> {
  if (!item.consultReservationId) return null
  const consult = await Reservations(ctx.db).findById(item.consultReservationId).session(session).lean()
  if (!consult) return null
  if (consult.status === 'PENDING') await closeReservation(ctx, { _id: consult._id }, 'CANCELED', session)
  else await releaseFromAgent(ctx, item, consult, { reason: 'CONSULTED' }, session)
  return consult.agentId
}

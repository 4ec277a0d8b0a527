import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { contactReleased } from '#schema/events/contact-released.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { closeReservation } from './close-reservation.ts'

/** Why an agent has it no longer, and whereto it goes. */
export type Release = Pick<z.input<typeof contactReleased.payload>, 'reason' | 'transfer'>

/** What the reservation comes to: the agent has done their part, or it was taken from them. */
const endOf = {
  TRANSFERRED: 'COMPLETED',
  GIVEN_BACK: 'COMPLETED',
  SILENT: 'COMPLETED',
  CONSULTED: 'COMPLETED',
  PULLED: 'RESCINDED',
  AGENT_LOST: 'RESCINDED',
} as const satisfies Record<Release['reason'], 'COMPLETED' | 'RESCINDED'>

/**
 * Takes a contact out of the hands of an agent who had accepted it, and tells the conversation that they may not write
 * in it any more. The contact itself has to be put somewhere in the same transaction.
 * @returns false when the reservation was not accepted, or is over
 */
export async function releaseFromAgent(
  ctx: ServiceContext,
  { sessionId, conversationId }: Pick<WorkItemRecord, 'sessionId' | 'conversationId'>,
  { _id: reservationId, workItemId, agentId, status }: ReservationRecord,
  { reason, transfer }: Release,
  session: ClientSession,
): Promise<boolean> {
  if (status !== 'ACCEPTED') return false
  const closed = await closeReservation(ctx, { _id: reservationId }, endOf[reason], session)
  if (!closed) return false
  await ctx.emit(
    contactReleased,
    {
      reservationId,
      workItemId,
      sessionId,
      conversationId,
      agentId,
      reason,
      ...(transfer ? { transfer } : {}),
      releasedAt: ctx.now(),
    },
    session,
    4,
  )
  return true
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { putInLine } from './put-in-line.ts'

/**
 * Puts the work item of a reservation that came to nothing back to its place in its line, for the next agent; a
 * contact that was meant for this agent alone is anybody's from now on. After a consult that came to nothing the
 * contact stays with its agent.
 */
export async function requeueWork(
  ctx: ServiceContext,
  reservation: ReservationRecord,
  reason: 'REJECTED' | 'TIMED_OUT' | 'AGENT_LEFT' | 'PULLED' | 'REASSIGNED',
  session: ClientSession,
  actorId?: string,
): Promise<void> {
  const { _id: reservationId, kind, workItemId, agentId } = reservation
  if (kind === 'CONSULT') {
    await endConsult(ctx, workItemId, reservationId, session)
    return
  }
  await putInLine(
    ctx,
    { _id: workItemId, reservationId },
    {
      from: ['RESERVED'],
      unset: ['onlyAgentId', 'onlyAgentUntil'],
      passedOverBy: agentId,
      entry: { kind: 'REQUEUED', reason, agentId, reservationId, ...(actorId ? { actorId } : {}) },
    },
    session,
  )
}

async function endConsult(
  ctx: ServiceContext,
  workItemId: string,
  consultReservationId: string,
  session: ClientSession,
): Promise<void> {
  const item = await WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: workItemId, consultReservationId },
      { $unset: { consultReservationId: 1, transfer: 1 }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  announceChange(ctx, session, { agentId: item?.servedBy })
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'
import { released } from '../log/released.ts'
import { reserved } from '../log/reserved.ts'
import { type Release, releaseFromAgent } from './release-from-agent.ts'
import type { WorkInHand } from './work-in-hand.ts'

/**
 * Makes an accepted consult the contact's own reservation, and takes the first agent out.
 * @param reason TRANSFERRED, or why the first one is out
 * @param actorId who handed it over; nobody when the first one was lost
 */
export async function handOver(
  ctx: ServiceContext,
  { item, reservation }: WorkInHand,
  consult: ReservationRecord,
  reason: Release['reason'],
  session: ClientSession,
  actorId?: string,
): Promise<WorkItemRecord> {
  const { _id: reservationId, agentId, workItemId, queueId } = consult
  const agent = await Agents(ctx.db).findById(agentId, { name: 1 }).session(session).lean()
  const transfer = {
    kind: item.transfer?.kind ?? 'WARM',
    toAgentId: agentId,
    ...(agent ? { toAgentName: agent.name } : {}),
  }
  await releaseFromAgent(ctx, item, reservation, { reason, transfer }, session)
  await Reservations(ctx.db).updateOne({ _id: reservationId }, { $set: { kind: 'PRIMARY' } }, { session })
  const saved = await WorkItems(ctx.db)
    .findByIdAndUpdate(
      workItemId,
      {
        $set: { reservationId, servedBy: agentId },
        $unset: { consultReservationId: 1 },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!saved) throw new Error(`work item ${workItemId} changed under its own transaction`)
  const about = { workItemId, agentId, queueId, reservationId }
  await recordRouting(
    ctx,
    session,
    { kind: 'RELEASED', reason: 'HANDED_OVER', ...about, command: released(consult) },
    {
      kind: 'TRANSFERRED',
      reason: transfer.kind,
      ...about,
      ...(actorId ? { actorId } : {}),
      command: reserved({ ...consult, kind: 'PRIMARY' }, saved.version),
    },
  )
  announceChange(ctx, session, { agentId })
  return saved
}

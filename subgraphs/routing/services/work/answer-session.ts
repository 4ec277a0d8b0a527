import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionAnswered } from '#schema/events/session-answered.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { acceptPending } from './accept-pending.ts'
import { announceChange } from '../announce-change.ts'
import { awaitCustomer } from './await-customer.ts'
import { closeReservation } from './close-reservation.ts'
import { recordRouting } from '../log/record-routing.ts'
import { answerClocks } from '../sla/clocks/answer-clocks.ts'
import { workOfSession } from './work-of-session.ts'

/**
 * A person answered (the call was connected, or the agent's first message went out): the clocks are met. Whoever
 * answers without having accepted, for instance by lifting the receiver, has the contact from now on.
 */
export async function answerSession(
  ctx: ServiceContext,
  { sessionId, agentId, answeredAt }: z.output<typeof sessionAnswered.payload>,
  session: ClientSession,
): Promise<void> {
  const item = await workOfSession(ctx, sessionId, session)
  await WorkItems(ctx.db).updateOne({ _id: item._id }, { $min: { answeredAt } }, { session })
  await takeOver(ctx, item, agentId, session)
  await awaitCustomer(ctx, item, answeredAt, session)
  await answerClocks(ctx, item, answeredAt, session)
  announceChange(ctx, session, { agentId })
}

async function takeOver(
  ctx: ServiceContext,
  item: WorkItemRecord,
  agentId: string,
  session: ClientSession,
): Promise<void> {
  if (item.status !== 'QUEUED' && item.status !== 'RESERVED') return
  if (item.reservationId) {
    const accepted = await acceptPending(ctx, item.reservationId, agentId, 'ANSWERED', session)
    if (accepted) return
    await closeReservation(ctx, { _id: item.reservationId }, 'RESCINDED', session)
  }
  const at = ctx.now()
  await WorkItems(ctx.db).updateOne(
    { _id: item._id },
    {
      $set: { status: 'ASSIGNED' },
      $unset: { reservationId: 1 },
      $inc: { version: 1 },
    },
    { session },
  )
  await recordRouting(ctx, session, {
    at,
    kind: 'ANSWERED',
    reason: 'ANSWERED_OUTSIDE_ROUTING',
    workItemId: item._id,
    agentId,
    queueId: item.queueId,
    command: { kind: 'ITEM_GONE', workItemId: item._id },
  })
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { handOver } from '../work/hand-over.ts'
import { endConsultOf } from '../work/end-consult.ts'
import { finishWork } from '../work/finish-work.ts'
import { handBack } from '../work/hand-back.ts'

const batchSize = 50

/**
 * Takes what is written out of the hands of agents who signed off, or were lost, and did not come back: it goes to its
 * place in line, or to the second agent who is with it; after-contact work is over. A call is left to its own events,
 * for they may still speak.
 * @param graceMs how long an agent may be away with work in hand
 */
export async function giveBackOfLost(ctx: ServiceContext, graceMs: number): Promise<void> {
  const before = new Date(ctx.now().getTime() - graceMs)
  const gone = { presence: 'OFFLINE', presenceSince: { $lte: before } } as const
  const agents = await Agents(ctx.db)
    .find({ ...gone, $expr: { $lt: ['$free', '$capacity.total'] } }, { _id: 1 })
    .limit(batchSize)
    .lean()
  for (const { _id: agentId } of agents) {
    const held = await Reservations(ctx.db)
      .find({ agentId, status: { $in: ['ACCEPTED', 'WRAPPING'] } })
      .lean()
    for (const { _id } of held) {
      await ctx.transaction(async (session) => {
        if (
          !(await Agents(ctx.db)
            .exists({ _id: agentId, ...gone })
            .session(session))
        )
          return
        const reservation = await Reservations(ctx.db).findById(_id).session(session).lean()
        if (reservation) await letGo(ctx, reservation, session)
      })
    }
  }
}

async function letGo(
  ctx: ServiceContext,
  reservation: ReservationRecord,
  session: ClientSession,
): Promise<void> {
  const { _id, kind, status, workItemId } = reservation
  const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
  if (!item) return
  if (kind === 'CONSULT' && status === 'ACCEPTED') {
    await endConsultOf(ctx, item, session)
    const ended = { $unset: { consultReservationId: 1, transfer: 1 }, $inc: { version: 1 } } as const
    await WorkItems(ctx.db).updateOne({ _id: workItemId }, ended, { session })
    return
  }
  if (item.reservationId !== _id) return
  if (status === 'WRAPPING') return finishWork(ctx, item, 'AGENT_LOST', session)
  if (status !== 'ACCEPTED' || item.mediaType === 'VOICE') return
  const consult = item.consultReservationId
    ? await Reservations(ctx.db).findById(item.consultReservationId).session(session).lean()
    : null
  if (consult?.status === 'ACCEPTED') {
    await handOver(ctx, { item, reservation }, consult, 'AGENT_LOST', session)
  } else {
    await handBack(ctx, { item, reservation }, { reason: 'AGENT_LOST' }, session)
  }
}

import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { handOver } from '../work/hand-over.ts'
import { endConsultOf } from '../work/end-consult.ts'
import { finishWork } from '../work/finish-work.ts'
import { handBack } from '../work/hand-back.ts'

/** So many agents are looked at together. */
const batchSize = 500
const maxAgents = 10_000

/**
 * Takes what is written out of the hands of agents who signed off, or were lost, and did not come back: it goes to its
 * place in line, or to the second agent who is with it; after-contact work is over. A call is left to its own events,
 * for they may still speak. Whoever has nothing left is not looked at again.
 * @param graceMs how long an agent may be away with work in hand
 */
export async function giveBackOfLost(ctx: ServiceContext, graceMs: number): Promise<void> {
  const before = new Date(ctx.now().getTime() - graceMs)
  const left = await Agents(ctx.db)
    .find({ leftAt: { $lte: before } }, { _id: 1 })
    .sort({ leftAt: 1, _id: 1 })
    .limit(maxAgents)
    .batchSize(maxAgents)
    .lean()
  for (let at = 0; at < left.length; at += batchSize) {
    await lookThrough(
      ctx,
      left.slice(at, at + batchSize).map(({ _id }) => _id),
      before,
    )
  }
}

async function lookThrough(ctx: ServiceContext, agentIds: readonly string[], before: Date): Promise<void> {
  const held = await Reservations(ctx.db)
    .find(
      {
        agentId: { $in: agentIds },
        $or: [
          { status: 'WRAPPING' },
          { status: 'ACCEPTED', kind: 'CONSULT' },
          { status: 'ACCEPTED', mediaType: { $ne: 'VOICE' } },
        ],
      },
      { agentId: 1 },
    )
    .lean()
  for (const { _id, agentId } of held) {
    try {
      await ctx.transaction((session) => takeFrom(ctx, agentId, _id, before, session))
    } catch (err) {
      // The others' customers wait behind it; the next pass tries it again.
      ctx.log.warn({ err, reservationId: _id }, 'a lost agent keeps a contact that can not be given back')
    }
  }
  // By one conditional write: who still has something, or has come back, stays as they are.
  await Agents(ctx.db).updateMany(
    {
      _id: { $in: agentIds },
      ...gone(before),
      $expr: { $gte: ['$free', '$capacity.total'] },
    },
    { $unset: { leftAt: 1 } },
  )
}

async function takeFrom(
  ctx: ServiceContext,
  agentId: string,
  reservationId: string,
  before: Date,
  session: ClientSession,
): Promise<void> {
  const stillGone = await Agents(ctx.db)
    .exists({ _id: agentId, ...gone(before) })
    .session(session)
  if (!stillGone) return
  const reservation = await Reservations(ctx.db).findById(reservationId).session(session).lean()
  if (reservation) await letGo(ctx, reservation, session)
}

/** Signed off, and not just now. */
function gone(before: Date) {
  return { presence: 'OFFLINE', leftAt: { $lte: before } } as const
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

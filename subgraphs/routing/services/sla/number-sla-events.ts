import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaEvents } from '../../models/sla-event.ts'
import { inTurn } from '../timers/in-turn.ts'
import { takeSlaNumbers } from './take-sla-numbers.ts'

const batchSize = 500

/**
 * Gives the SLA events that have no number yet the next ones of the topic, in one transaction for a batch.
 * @returns whether there may be more
 */
export async function numberSlaEvents(ctx: ServiceContext): Promise<boolean> {
  return inTurn(ctx, 'clocks', () => numberSome(ctx))
}

async function numberSome(ctx: ServiceContext): Promise<boolean> {
  return ctx.transaction(async (session) => {
    const pending = await SlaEvents(ctx.db)
      .find({ pending: true }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(batchSize)
      .session(session)
      .lean()
    if (pending.length === 0) return false
    const first = await takeSlaNumbers(ctx, pending.length, session)
    await SlaEvents(ctx.db).bulkWrite(
      pending.map(({ _id }, at) => ({
        updateOne: { filter: { _id }, update: { $set: { sequence: first + at }, $unset: { pending: 1 } } },
      })),
      { session },
    )
    return pending.length === batchSize
  })
}

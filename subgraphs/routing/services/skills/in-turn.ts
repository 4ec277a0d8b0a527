import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { createInOrder } from '#platform/waiting/in-order.ts'
import { takeTurn } from './take-turn.ts'

const inOrder = createInOrder()

/**
 * A transaction that changes skills, groups or agents' skills. Those of one process run one after another, so that they
 * do not abort each other; those of several processes take turns by the register's row.
 */
export function inTurn<T>(ctx: ServiceContext, work: (session: ClientSession) => Promise<T>): Promise<T> {
  return inOrder(ctx.db.name, () =>
    ctx.transaction(async (session) => {
      await takeTurn(ctx, session)
      return work(session)
    }),
  )
}

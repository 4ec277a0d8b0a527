import type { Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { createInOrder } from '#platform/waiting/in-order.ts'

const turns = new WeakMap<Connection, ReturnType<typeof createInOrder>>()

/**
 * Has the jobs, the sweeper and the numbering of one process take turns: on a busy machine each would abort the others'
 * transactions over the same rows, and whoever comes later finds done what was due before. Between processes the
 * transactions decide.
 * @param turn what they would write at the same time; different ones go side by side
 */
export function inTurn<T>(ctx: ServiceContext, turn: string, task: () => Promise<T>): Promise<T> {
  let inOrder = turns.get(ctx.db)
  if (!inOrder) turns.set(ctx.db, (inOrder = createInOrder()))
  return inOrder(turn, task)
}

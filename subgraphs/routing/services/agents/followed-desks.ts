import type { Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SignsOfLife } from '../../models/sign-of-life.ts'

/** The agents whose inbox this process delivers, with how many streams. */
const followed = new WeakMap<Connection, Map<string, number>>()

function desksOf(ctx: ServiceContext): Map<string, number> {
  const known = followed.get(ctx.db)
  if (known) return known
  const made = new Map<string, number>()
  followed.set(ctx.db, made)
  return made
}

/**
 * Passes an agent's states on, and counts their desk as there while somebody reads them: a stream that ends, from
 * whichever side, is the sign that it is gone.
 */
export async function whileDeskIsThere<T>(
  ctx: ServiceContext,
  agentId: string,
  states: AsyncIterableIterator<T>,
): Promise<AsyncIterableIterator<T>> {
  const desks = desksOf(ctx)
  desks.set(agentId, (desks.get(agentId) ?? 0) + 1)
  let there = true
  const leave = (): void => {
    if (!there) return
    there = false
    const left = (desks.get(agentId) ?? 1) - 1
    if (left > 0) desks.set(agentId, left)
    else desks.delete(agentId)
  }
  await showSigns(ctx, [agentId])
  const passed: AsyncIterableIterator<T> = {
    [Symbol.asyncIterator]() {
      return passed
    },
    async next() {
      const result = await states.next()
      if (result.done) leave()
      return result
    },
    async return() {
      leave()
      await states.return?.()
      return { done: true, value: undefined }
    },
  }
  return passed
}

/** Notes that desks are there, those that this process delivers to unless others are named. */
export async function showSigns(ctx: ServiceContext, agentIds = [...desksOf(ctx).keys()]): Promise<void> {
  if (agentIds.length === 0) return
  await SignsOfLife(ctx.db).bulkWrite(
    agentIds.map((_id) => ({
      updateOne: { filter: { _id }, update: { $currentDate: { seenAt: true } }, upsert: true },
    })),
    { ordered: false },
  )
}

import type { ClientSession, UpdateQuery } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, type WorkItemStatus, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { type RoutingEntry, recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { armWake } from '../timers/arm-wake.ts'

/** From where a contact comes into line, what changes of it, and what the log says. */
export interface IntoLine {
  from: readonly WorkItemStatus[]
  set?: Partial<WorkItemRecord>
  unset?: ReadonlyArray<keyof WorkItemRecord>
  /** Who had it and is not to get it at once again. */
  passedOverBy?: string
  entry: Pick<RoutingEntry, 'kind' | 'reason' | 'agentId' | 'actorId' | 'reservationId'>
}

/**
 * Puts a contact into its line, or changes it while it waits there, by one conditional write. Its place follows from
 * `orderAt`, which stays unless it is set: whoever waited or was served before comes in where they belong, not at the
 * end.
 * @returns null when it does not stand where it should come from
 */
export async function putInLine(
  ctx: ServiceContext,
  where: Pick<WorkItemRecord, '_id'> & Partial<Pick<WorkItemRecord, 'reservationId'>>,
  { from, set = {}, unset = [], passedOverBy, entry }: IntoLine,
  session: ClientSession,
): Promise<WorkItemRecord | null> {
  const at = ctx.now()
  const gone = from.includes('QUEUED') ? unset : [...unset, 'reservationId' as const]
  const update: UpdateQuery<WorkItemRecord> = {
    $set: { status: 'QUEUED', ...set },
    $inc: { version: 1 },
    ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((field) => [field, 1])) } : {}),
    ...(passedOverBy
      ? { $push: { passedOver: { $each: [{ agentId: passedOverBy, at }], $slice: -20 } } }
      : {}),
  }
  const item = await WorkItems(ctx.db)
    .findOneAndUpdate({ ...where, status: { $in: [...from] } }, update, { session, returnDocument: 'after' })
    .lean()
  if (!item) return null
  await recordRouting(ctx, session, {
    at,
    ...entry,
    workItemId: item._id,
    queueId: item.queueId,
    command: { kind: 'ITEM_WAITS', item: waitingItem(item) },
  })
  armWake(ctx, item.onlyAgentUntil, session)
  announceChange(ctx, session)
  return item
}

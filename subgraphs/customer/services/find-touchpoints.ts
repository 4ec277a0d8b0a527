import type { ServiceContext } from '#platform/service/service-context.ts'
import { Customers } from '../models/customer.ts'
import { type TouchpointRecord, Touchpoints } from '../models/touchpoint.ts'

/** Touchpoints that a profile shows at most. */
export const maxTouchpoints = 20

/** A touchpoint whose beginning is known. */
export type KnownTouchpoint = TouchpointRecord &
  Required<Pick<TouchpointRecord, 'customerId' | 'channel' | 'startedAt'>>

/** The latest contacts of each customer, newest first, at most 20 each: one read of the store for all of them. */
export async function findTouchpoints(
  ctx: ServiceContext,
  customerIds: readonly string[],
): Promise<Map<string, KnownTouchpoint[]>> {
  // The join reads 20 rows of the index for each customer; a $group would read their whole histories.
  const rows = await Customers(ctx.db).aggregate<{ _id: string; touchpoints: KnownTouchpoint[] }>([
    { $match: { _id: { $in: customerIds } } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: Touchpoints(ctx.db).collection.name,
        localField: '_id',
        foreignField: 'customerId',
        pipeline: [{ $sort: { startedAt: -1, _id: -1 } }, { $limit: maxTouchpoints }],
        as: 'touchpoints',
      },
    },
  ])
  return new Map(rows.map(({ _id, touchpoints }) => [_id, touchpoints]))
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { Leases } from '../../models/lease.ts'
import type { StoreTime } from './store-time.ts'

/** The right to lead, under one epoch. */
export interface Lease {
  holder: string
  epoch: number
}

/**
 * Takes the lease when it is free or has run out, or renews one's own. One atomic statement by the store's clock.
 * @param time learns the store's time by it
 * @returns null while another process leads
 */
export async function holdLease(
  ctx: ServiceContext,
  holder: string,
  leaseMs: number,
  time?: StoreTime,
): Promise<Lease | null> {
  const askedAt = performance.now()
  const lease = await Leases(ctx.db)
    .findOneAndUpdate(
      { _id: 'core', $or: [{ holder }, { $expr: { $lte: ['$expiresAt', '$$NOW'] } }] },
      [
        {
          $set: {
            epoch: { $cond: [{ $eq: ['$holder', holder] }, '$epoch', { $add: ['$epoch', 1] }] },
            holder,
            expiresAt: { $add: ['$$NOW', leaseMs] },
          },
        },
      ],
      { returnDocument: 'after', updatePipeline: true, maxTimeMS: leaseMs },
    )
    .lean()
  if (!lease) return null
  time?.learn(lease.expiresAt.getTime() - leaseMs, askedAt)
  return { holder, epoch: lease.epoch }
}

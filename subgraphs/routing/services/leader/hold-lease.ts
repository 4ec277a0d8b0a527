import type { ServiceContext } from '#platform/service/service-context.ts'
import { Leases } from '../../models/lease.ts'

/** The right to lead, under one epoch. */
export interface Lease {
  holder: string
  epoch: number
}

/**
 * Takes the lease when it is free or has run out, or renews one's own. One atomic statement by the store's clock.
 * @returns null while another process leads
 */
export async function holdLease(ctx: ServiceContext, holder: string, leaseMs: number): Promise<Lease | null> {
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
      { returnDocument: 'after', updatePipeline: true },
    )
    .lean()
  return lease ? { holder, epoch: lease.epoch } : null
}

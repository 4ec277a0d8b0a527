import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { leaseLost } from '../../errors.ts'
import { Leases } from '../../models/lease.ts'
import type { Lease } from './hold-lease.ts'

/**
 * Ties a transaction to the leader's epoch. It writes the lease, because a read would not conflict with a successor
 * that takes it over meanwhile.
 * @throws LEASE_LOST when another process leads by now
 */
export async function fence(
  ctx: ServiceContext,
  { holder, epoch }: Lease,
  session: ClientSession,
): Promise<void> {
  const written = await Leases(ctx.db).updateOne(
    { _id: 'core', holder, epoch },
    { $inc: { writes: 1 } },
    { session },
  )
  if (written.matchedCount === 0) throw leaseLost({ epoch })
}

import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Leases } from '../../models/lease.ts'
import { recordRouting } from '../log/record-routing.ts'
import { endAbandonedTransactions } from './end-abandoned-transactions.ts'
import { fence } from './fence.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import type { StoreTime } from './store-time.ts'

/** MongoDB's code of a statement that ran into its `maxTimeMS`. */
const maxTimeExpired = 50

/**
 * Becomes the leader when nobody is: the lease was given up, or its holder fell silent. The log is told of it under
 * the new epoch; whoever has read that entry has read all that an earlier leader wrote.
 * @returns null while another process leads
 */
export async function takeOver(
  ctx: ServiceContext,
  holder: string,
  leaseMs: number,
  time: StoreTime,
): Promise<Lease | null> {
  const free = await Leases(ctx.db)
    .findOne({ _id: 'core', $expr: { $lte: ['$expiresAt', '$$NOW'] } })
    .lean()
  if (!free) return null
  // A holder that died in a transaction still locks the lease, and whatever else it wrote.
  if (free.holder) await endAbandonedTransactions(ctx, leaseMs / 2)
  const lease = await holdLease(ctx, holder, leaseMs, time).catch((error: unknown) => {
    // Locked by a transaction that looked alive: the next try ends it.
    if (hasCode(error, maxTimeExpired)) return null
    throw error
  })
  if (!lease) return null
  await ctx.transaction(async (session) => {
    await fence(ctx, lease, session)
    await recordRouting(ctx, session, {
      at: new Date(time.nowMs()),
      kind: 'LED',
      reason: free.holder ? 'LEADER_SILENT' : 'LEASE_FREE',
      epoch: lease.epoch,
    })
  })
  return lease
}

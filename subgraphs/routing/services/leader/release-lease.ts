import type { ServiceContext } from '#platform/service/service-context.ts'
import { Leases } from '../../models/lease.ts'
import type { Lease } from './hold-lease.ts'

/** Gives the lease up, so that a standby need not wait until it runs out. */
export async function releaseLease(ctx: ServiceContext, { holder, epoch }: Lease): Promise<void> {
  await Leases(ctx.db).updateOne(
    { _id: 'core', holder, epoch },
    { $set: { holder: '', expiresAt: new Date(0) } },
  )
}

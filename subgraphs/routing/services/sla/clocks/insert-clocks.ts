import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, AppliedSlas } from '../../../models/applied-sla.ts'
import { armWake } from '../../timers/arm-wake.ts'

/** Starts clocks, of any number of work items by one insert, and has them woken after the commit. */
export async function insertClocks(
  ctx: ServiceContext,
  clocks: readonly AppliedSlaRecord[],
  session: ClientSession,
): Promise<void> {
  if (clocks.length === 0) return
  await AppliedSlas(ctx.db).insertMany(clocks, { session, lean: true })
  for (const { wakeAt } of clocks) armWake(ctx, wakeAt, session)
}

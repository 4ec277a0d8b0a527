import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import { armWake } from '../timers/arm-wake.ts'

/** Has somebody look at an offer when it runs out. */
export function armExpiry(
  ctx: ServiceContext,
  { expiresAt }: Pick<ReservationRecord, 'expiresAt'>,
  session: ClientSession,
): void {
  armWake(ctx, expiresAt, session)
}

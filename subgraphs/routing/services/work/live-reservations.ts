import type { ServiceContext } from '#platform/service/service-context.ts'
import { liveReservationStatuses, type ReservationRecord, Reservations } from '../../models/reservation.ts'

/** Offers and contacts in hand of several agents, the oldest first. An agent's capacity bounds how many they have. */
export async function liveReservations(
  ctx: ServiceContext,
  agentIds: readonly string[],
): Promise<Map<string, ReservationRecord[]>> {
  const rows = await Reservations(ctx.db)
    .find({ agentId: { $in: agentIds }, status: { $in: liveReservationStatuses } })
    .sort({ createdAt: 1, _id: 1 })
    .lean()
  return Map.groupBy(rows, ({ agentId }) => agentId)
}

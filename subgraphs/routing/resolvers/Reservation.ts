import type { ReservationResolvers } from '../generated/resolvers.ts'
import { agentById, reservationById, workItemById } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'
import { mustExist } from './must-exist.ts'

export const Reservation: ReservationResolvers = {
  __resolveReference: async ({ id }, ctx) => (seesRouting(ctx.viewer) ? reservationById(ctx).load(id) : null),
  id: (reservation) => reservation._id,
  workItem: async (reservation, _args, ctx) =>
    mustExist(await workItemById(ctx).load(reservation.workItemId), `work item ${reservation.workItemId}`),
  agent: async (reservation, _args, ctx) =>
    mustExist(await agentById(ctx).load(reservation.agentId), `agent ${reservation.agentId}`),
  decidedAt: (reservation) => reservation.decidedAt ?? null,
}

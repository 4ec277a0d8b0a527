import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { rejectReservation as reject } from '../../services/work/reject-reservation.ts'

export const rejectReservation: MutationResolvers['rejectReservation'] = async (_parent, { id }, ctx) => ({
  reservation: await reject(ctx, id, requireStaff(ctx.viewer).id),
})

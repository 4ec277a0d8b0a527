import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { acceptReservation as accept } from '../../services/work/accept-reservation.ts'

export const acceptReservation: MutationResolvers['acceptReservation'] = async (_parent, { id }, ctx) => ({
  reservation: await accept(ctx, id, requireStaff(ctx.viewer).id),
})

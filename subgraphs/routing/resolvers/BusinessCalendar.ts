import type { BusinessCalendarResolvers } from '../generated/resolvers.ts'
import { businessCalendarById } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'

export const BusinessCalendar: BusinessCalendarResolvers = {
  __resolveReference: async ({ id }, ctx) =>
    seesRouting(ctx.viewer) ? businessCalendarById(ctx).load(id) : null,
  id: (calendar) => calendar._id,
}

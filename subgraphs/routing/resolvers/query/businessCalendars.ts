import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listBusinessCalendars } from '../../services/sla/calendars/list-business-calendars.ts'

export const businessCalendars: QueryResolvers['businessCalendars'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return listBusinessCalendars(ctx)
}

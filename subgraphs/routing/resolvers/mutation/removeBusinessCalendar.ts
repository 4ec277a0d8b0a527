import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { removeBusinessCalendar as remove } from '../../services/sla/calendars/remove-business-calendar.ts'

export const removeBusinessCalendar: MutationResolvers['removeBusinessCalendar'] = async (
  _parent,
  { id },
  ctx,
) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await remove(ctx, id)
  return { removedId: saved?._id ?? null, userErrors: refusals }
}

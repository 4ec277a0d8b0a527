import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveBusinessCalendar as save } from '../../services/sla/calendars/save-business-calendar.ts'
import { weekdayNumber } from '../../services/sla/calendars/weekdays.ts'

export const saveBusinessCalendar: MutationResolvers['saveBusinessCalendar'] = async (
  _parent,
  { input },
  ctx,
) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, timeZone, intervals, holidays } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    timeZone,
    intervals: intervals.map(({ weekday, from, to }) => ({ weekday: weekdayNumber(weekday), from, to })),
    holidays: (holidays ?? []).map(({ date, yearly, name: holiday, hours }) => ({
      date,
      yearly: yearly ?? false,
      name: holiday,
      hours: hours ?? [],
    })),
  })
  return { businessCalendar: saved, userErrors: refusals }
}

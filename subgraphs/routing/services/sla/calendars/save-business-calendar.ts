import type { ServiceContext } from '#platform/service/service-context.ts'
import { type BusinessCalendarRecord, BusinessCalendars } from '../../../models/business-calendar.ts'
import { SlaPolicies } from '../../../models/sla-policy.ts'
import type { Saved } from '../../refusal.ts'
import { addBusinessTime } from '../calendar/add-business-time.ts'
import { settingsChanged } from '../settings/settings-changed.ts'
import { type CalendarWish, readCalendar } from './read-calendar.ts'

/** Makes or changes a business calendar. Running clocks of its policies follow it. */
export async function saveBusinessCalendar(
  ctx: ServiceContext,
  wish: CalendarWish,
): Promise<Saved<BusinessCalendarRecord>> {
  const { calendar, refusals } = readCalendar(wish)
  if (refusals.length > 0) return { saved: null, refusals }
  return ctx.transaction(async (session) => {
    const { _id, ...fields } = calendar
    const policies = await SlaPolicies(ctx.db)
      .find({ calendarId: _id, removedAt: null })
      .session(session)
      .lean()
    const unreached = policies.find(({ targetMs }) => !addBusinessTime(calendar, ctx.now(), targetMs))
    if (unreached) {
      const message = `These are too few hours for the target of ${unreached.name}: it would not pass within ten years.`
      return { saved: null, refusals: [{ field: 'intervals', code: 'TARGET_OUT_OF_REACH', message }] }
    }
    await BusinessCalendars(ctx.db).replaceOne({ _id }, fields, { upsert: true, session })
    await settingsChanged(ctx, session)
    return { saved: calendar, refusals: [] }
  })
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { type BusinessCalendarRecord, BusinessCalendars } from '../../../models/business-calendar.ts'
import { SlaPolicies } from '../../../models/sla-policy.ts'
import type { Saved } from '../../refusal.ts'
import { settingsChanged } from '../settings/settings-changed.ts'

/** Removes a business calendar that no policy counts by. */
export async function removeBusinessCalendar(
  ctx: ServiceContext,
  id: string,
): Promise<Saved<BusinessCalendarRecord>> {
  return ctx.transaction(async (session) => {
    const user = await SlaPolicies(ctx.db)
      .findOne({ calendarId: id, removedAt: null }, { name: 1 })
      .session(session)
      .lean()
    if (user) {
      const message = `The policy ${user.name} counts by this calendar. Give it another one first.`
      return { saved: null, refusals: [{ field: 'id', code: 'IN_USE', message }] }
    }
    const removed = await BusinessCalendars(ctx.db).findOneAndDelete({ _id: id }, { session }).lean()
    if (!removed) {
      const message = `There is no calendar ${id}.`
      return { saved: null, refusals: [{ field: 'id', code: 'NOT_FOUND', message }] }
    }
    await settingsChanged(ctx, session)
    return { saved: removed, refusals: [] }
  })
}

import type { ServiceContext } from '#platform/service/service-context.ts'
import { type BusinessCalendarRecord, BusinessCalendars } from '../../../models/business-calendar.ts'

const maxCalendars = 500

/** All business calendars, by name. */
export async function listBusinessCalendars(ctx: ServiceContext): Promise<BusinessCalendarRecord[]> {
  return BusinessCalendars(ctx.db).find().sort({ name: 1, _id: 1 }).limit(maxCalendars).lean()
}

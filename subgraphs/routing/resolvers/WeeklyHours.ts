import type { WeeklyHoursResolvers } from '../generated/resolvers.ts'
import { clockTime } from '../services/sla/calendars/clock-time.ts'
import { weekdayOf } from '../services/sla/calendars/weekdays.ts'

export const WeeklyHours: WeeklyHoursResolvers = {
  weekday: ({ weekday }) => weekdayOf(weekday),
  from: ({ fromMinute }) => clockTime(fromMinute),
  to: ({ toMinute }) => clockTime(toMinute),
}

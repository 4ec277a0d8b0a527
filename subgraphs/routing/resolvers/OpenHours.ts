import type { OpenHoursResolvers } from '../generated/resolvers.ts'
import { clockTime } from '../services/sla/calendars/clock-time.ts'

export const OpenHours: OpenHoursResolvers = {
  from: ({ fromMinute }) => clockTime(fromMinute),
  to: ({ toMinute }) => clockTime(toMinute),
}

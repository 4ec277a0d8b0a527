import { formatDuration } from '#platform/time/duration.ts'
import type { SlaPolicyResolvers } from '../generated/resolvers.ts'
import { businessCalendarById, slaPolicyById } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'

export const SlaPolicy: SlaPolicyResolvers = {
  __resolveReference: async ({ id }, ctx) => (seesRouting(ctx.viewer) ? slaPolicyById(ctx).load(id) : null),
  id: (policy) => policy._id,
  target: (policy) => formatDuration(policy.targetMs),
  calendar: async ({ calendarId }, _args, ctx) =>
    calendarId === null ? null : businessCalendarById(ctx).load(calendarId),
  warnBefore: (policy) => formatDuration(policy.warnBeforeMs),
}

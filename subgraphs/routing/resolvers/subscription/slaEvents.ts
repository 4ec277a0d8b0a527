import { requireStaff } from '#platform/identity/viewer.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { SubscriptionResolvers } from '../../generated/resolvers.ts'
import { type FollowedSlaEvent, followSlaEvents } from '../../services/sla/follow-sla-events.ts'

export const slaEvents: SubscriptionResolvers['slaEvents'] = {
  subscribe(_parent, { after }, ctx) {
    requireStaff(ctx.viewer)
    return followSlaEvents(ctx, after)
  },
  resolve: (event: LiveEvent<FollowedSlaEvent>) => event.value,
}

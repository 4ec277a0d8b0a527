import { requireStaff } from '#platform/identity/viewer.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { SubscriptionResolvers } from '../../generated/resolvers.ts'
import { type Board, queueBoard } from '../../services/queues/queue-board.ts'

/** Every contact changes the board; four reads a second are as live as anybody can look. */
const minIntervalMs = 250

export const queueBoardChanged: SubscriptionResolvers['queueBoardChanged'] = {
  subscribe(_parent, _args, ctx) {
    requireStaff(ctx.viewer)
    return ctx.live.state('board', () => queueBoard(ctx), { minIntervalMs })
  },
  resolve: (event: LiveEvent<Board>) => event.value,
}

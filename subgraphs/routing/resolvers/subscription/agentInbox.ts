import { requireStaff } from '#platform/identity/viewer.ts'
import { whileDeskIsThere } from '../../services/agents/followed-desks.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { SubscriptionResolvers } from '../../generated/resolvers.ts'
import { type Inbox, agentInbox as readInbox } from '../../services/agents/agent-inbox.ts'

export const agentInbox: SubscriptionResolvers['agentInbox'] = {
  async subscribe(_parent, _args, ctx) {
    const { id } = requireStaff(ctx.viewer)
    await readInbox(ctx, id)
    return whileDeskIsThere(
      ctx,
      id,
      ctx.live.state(`agent:${id}`, () => readInbox(ctx, id)),
    )
  },
  resolve: (event: LiveEvent<Inbox>) => event.value,
}

import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { setPresence as change } from '../../services/agents/set-presence.ts'

export const setPresence: MutationResolvers['setPresence'] = async (_parent, { status }, ctx) => ({
  agent: await change(ctx, requireStaff(ctx.viewer).id, status),
})

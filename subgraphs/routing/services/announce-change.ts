import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'

/** Tells the board, and the inboxes of the agents concerned, that something has changed; after the commit. */
export function announceChange(
  ctx: ServiceContext,
  session: ClientSession,
  { agentId }: { agentId?: string } = {},
): void {
  ctx.live.changed('board', session)
  if (agentId) ctx.live.changed(`agent:${agentId}`, session)
}

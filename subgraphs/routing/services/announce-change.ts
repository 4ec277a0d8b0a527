import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'

/** The topic that wakes the dispatcher of whichever process leads. Internal: no subscription carries it. */
export const dispatchTopic = 'dispatch'

/** Tells the board, and the inboxes of the agents concerned, that something has changed; after the commit. */
export function announceChange(
  ctx: ServiceContext,
  session: ClientSession,
  { agentId, wakeDispatch = false }: { agentId?: string; wakeDispatch?: boolean } = {},
): void {
  ctx.live.changed('board', session)
  if (agentId) ctx.live.changed(`agent:${agentId}`, session)
  if (wakeDispatch) ctx.live.changed(dispatchTopic, session)
}

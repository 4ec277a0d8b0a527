import { notFound } from '#platform/errors/not-found.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { ConversationContext } from '../../context.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { awaitAgent } from './await-agent.ts'
import { closeSession } from './close-session.ts'
import { requireSession } from './require-session.ts'
import { transact } from './transact.ts'

/**
 * An agent ends a contact and goes on to wrap-up. One that has ended stays as it is.
 * @throws NOT_FOUND, NOT_YOUR_SESSION
 */
export async function endSession(ctx: ConversationContext, id: string): Promise<Session> {
  const agent = requireStaff(ctx.viewer, 'agent', 'supervisor')
  await awaitAgent(ctx, agent, id)
  return transact(ctx, async (tx) => {
    const session = await Sessions(ctx.db).findById(id, null, { session: tx }).lean<Session>()
    if (!session) throw notFound({ kind: 'Session', id })
    requireSession(agent, session)
    return closeSession(ctx, session, { endedBy: 'AGENT', at: ctx.now() }, tx)
  })
}

import type { ConversationService } from '../../context.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { isTalking } from '../line/segments.ts'
import { accountOf, adapterOf } from '../line/adapter-of.ts'

/**
 * Has the switchboard connect a waiting call with an agent; nothing when the call is over or connected already.
 * @throws Error when the switchboard can not do it now, or refuses (then the dead letters say why)
 */
export async function connectCall(
  ctx: ConversationService,
  { sessionId, agentId }: { sessionId: string; agentId: string },
): Promise<void> {
  const session = await Sessions(ctx.db).findById(sessionId).lean<Session>()
  if (!session?.callId || session.status !== 'OPEN' || isTalking(session)) return
  if (session.agentIds.at(-1) !== agentId) return
  const account = accountOf(ctx, session.channel, session.account)
  const adapter = adapterOf(session.channel)
  if (!account || !adapter.connectCall) return
  const outcome = await adapter.connectCall({ callId: session.callId, agentId, now: ctx.now() }, account)
  if (outcome.kind !== 'sent') throw new Error(outcome.reason)
}

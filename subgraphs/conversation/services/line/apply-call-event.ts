import type { ClientSession } from 'mongoose'
import type { CallEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { closeSession } from './close-session.ts'
import { findIdentity } from './find-identities.ts'
import { markAnswered } from './mark-answered.ts'
import { newSession, type OpenedSession, openSessions } from './open-sessions.ts'
import { recordMessage } from './record-messages.ts'

/** In English for those who read the line as text; faces word `callStep`. */
const words = { RINGING: 'Incoming call', ANSWERED: 'Call answered', ENDED: 'Call ended' } as const

/** Nobody told us who answered. */
const unknownAgent = 'unknown'

/**
 * Brings one event of a phone call into the line. Events may come out of order or without their beginning (a webhook
 * got lost): whichever is first opens the session, and nothing opens one that has ended.
 */
export async function applyCallEvent(
  ctx: ConversationService,
  { channel, account, event }: { channel: string; account: string; event: CallEvent },
  tx: ClientSession,
): Promise<void> {
  const { callId, person, step, sourceId } = event
  if (await Messages(ctx.db).exists({ channel, account, sourceId }).session(tx)) return
  const identity = await findIdentity(ctx, { channel, account, person }, tx)
  const known = await Sessions(ctx.db)
    .findOne({ channel, account, callId }, null, { session: tx })
    .lean<Session>()
  const requestWork = step === 'RINGING'
  const opened = known ? [] : [newSession({ identity, person, callId, at: event.at, requestWork })]
  await openSessions(ctx, opened, tx)
  const session = known ?? (opened[0] as OpenedSession).session
  const agentId = event.agentId ?? session.agentIds.at(-1) ?? unknownAgent
  const byAgent = step === 'ANSWERED' || (step === 'ENDED' && event.endedBy === 'AGENT')
  const author: Message['author'] = byAgent
    ? { id: agentId, purpose: 'AGENT', displayName: null }
    : { id: identity._id, purpose: 'CUSTOMER', displayName: identity.displayName }
  await recordMessage(
    ctx,
    {
      session,
      opened: !known,
      // An identity keeps its conversation; a call that was joined to another one stays there.
      ...(known ? {} : { identity }),
      author,
      kind: 'CALL',
      callStep: step,
      text: words[step],
      sourceId,
      sentAt: event.at,
    },
    tx,
  )
  if (step === 'ANSWERED') await markAnswered(ctx, session, { agentId, at: event.at }, tx)
  if (step === 'ENDED') {
    await closeSession(ctx, session, { endedBy: event.endedBy ?? 'CHANNEL', at: event.at }, tx)
  }
}

import type { ClientSession } from 'mongoose'
import { notFound } from '#platform/errors/not-found.ts'
import { requireStaff, type StaffViewer } from '#platform/identity/viewer.ts'
import type { ConversationContext } from '../../context.ts'
import { type UserError, userError } from '../../errors.ts'
import { type Delivery, type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { adapterOf } from '../line/adapter-of.ts'
import { awaitAgent } from '../line/await-agent.ts'
import { checkText } from '../line/check-text.ts'
import { markAnswered } from '../line/mark-answered.ts'
import { recordMessage } from '../line/record-messages.ts'
import { requireSession } from '../line/require-session.ts'
import { transact } from '../line/transact.ts'
import { deliveryWork } from './delivery-work.ts'

export interface AgentMessage {
  sessionId: string
  text: string
  clientMessageId: string
}

/**
 * An agent answers on the session's channel. The same clientMessageId gives the same message. It leaves by a job;
 * on our own channels it is there at once.
 * @throws NOT_FOUND, NOT_YOUR_SESSION
 */
export async function sendMessage(
  ctx: ConversationContext,
  input: AgentMessage,
): Promise<{ message: Message | null; userErrors: UserError[] }> {
  const agent = requireStaff(ctx.viewer, 'agent', 'supervisor')
  await awaitAgent(ctx, agent, input.sessionId)
  return transact(ctx, async (tx) => {
    const session = await Sessions(ctx.db).findById(input.sessionId, null, { session: tx }).lean<Session>()
    if (!session) throw notFound({ kind: 'Session', id: input.sessionId })
    requireSession(agent, session)
    const known = await Messages(ctx.db)
      .findOne(
        {
          conversationId: session.conversationId,
          'author.id': agent.id,
          clientMessageId: input.clientMessageId,
        },
        null,
        { session: tx },
      )
      .lean<Message>()
    if (known) return { message: known, userErrors: [] }
    const refusals = refusalsOf(session, input)
    if (refusals.length > 0) return { message: null, userErrors: refusals }
    return { message: await record(ctx, agent, session, input, tx), userErrors: [] }
  })
}

function refusalsOf(session: Session, input: AgentMessage): UserError[] {
  const { maxTextLength } = adapterOf(session.channel).capabilities
  if (maxTextLength === 0) {
    return [
      userError(
        'CHANNEL_CARRIES_NO_TEXT',
        'This channel carries no text. Speak with the customer, or use another one.',
      ),
    ]
  }
  if (session.status !== 'OPEN') {
    return [
      userError(
        'SESSION_ENDED',
        'This contact has ended. The customer has to write again before you can answer.',
      ),
    ]
  }
  return checkText(input, Math.min(4_000, maxTextLength))
}

async function record(
  ctx: ConversationContext,
  agent: StaffViewer,
  session: Session,
  { text, clientMessageId }: AgentMessage,
  tx: ClientSession,
): Promise<Message> {
  const now = ctx.now()
  const { pushesText } = adapterOf(session.channel).capabilities
  const delivery: Delivery = {
    status: pushesText ? 'SENDING' : 'SENT',
    reason: null,
    at: now,
    attempts: 0,
    nextTryAt: pushesText ? now : null,
  }
  const author = { id: agent.id, purpose: 'AGENT' as const, displayName: agent.name }
  const sent = {
    session,
    opened: false,
    author,
    kind: 'TEXT' as const,
    text,
    clientMessageId,
    sentAt: now,
    delivery,
  }
  const message = await recordMessage(ctx, sent, tx)
  await markAnswered(ctx, session, { agentId: agent.id, at: now }, tx)
  if (pushesText) await ctx.enqueue(deliveryWork, { sessionId: session._id }, { session: tx })
  return message
}

import type { ClientSession } from 'mongoose'
import type { ChannelPerson, MessageEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { ChannelIdentity } from '../../models/channel-identity.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { findIdentity } from './find-identity.ts'
import { openSession } from './open-session.ts'
import { recordMessage } from './record-message.ts'

export interface InboundMessage extends Omit<MessageEvent, 'type' | 'sourceId'> {
  channel: string
  account: string
  sourceId?: string
  clientMessageId?: string
  domain?: string
}

/** Kinds that ask for nobody: they join the latest session, even one that has ended. */
const quietKinds: ReadonlySet<string> = new Set(['REACTION', 'SYSTEM'])

/**
 * Records a customer's message. The first one on a channel makes the identity, the conversation, a session and the
 * request for a person, all in the given transaction; one that is there already is given back.
 */
export async function recordInbound(
  ctx: ConversationService,
  inbound: InboundMessage,
  tx: ClientSession,
): Promise<Message> {
  const { channel, account, person, sourceId, clientMessageId } = inbound
  const identity = await findIdentity(ctx, { channel, account, person }, tx)
  const same = sourceId
    ? { channel, account, sourceId }
    : { conversationId: identity.conversationId, 'author.id': identity._id, clientMessageId }
  const known = await Messages(ctx.db).findOne(same, null, { session: tx }).lean<Message>()
  if (known) return known

  const { session, opened } = await sessionFor(ctx, inbound, identity, person, tx)
  return recordMessage(
    ctx,
    {
      session,
      opened,
      identity,
      author: { id: identity._id, purpose: 'CUSTOMER', displayName: identity.displayName },
      kind: inbound.kind,
      text: inbound.text,
      attachments: inbound.attachments,
      location: inbound.location,
      sourceId,
      clientMessageId,
      sentAt: inbound.sentAt ?? ctx.now(),
    },
    tx,
  )
}

async function sessionFor(
  ctx: ConversationService,
  inbound: InboundMessage,
  identity: ChannelIdentity,
  person: ChannelPerson,
  tx: ClientSession,
): Promise<{ session: Session; opened: boolean }> {
  const sessions = Sessions(ctx.db)
  const open = await sessions
    .findOne({ channelIdentityId: identity._id, callId: null, status: 'OPEN' }, null, { session: tx })
    .lean<Session>()
  if (open) return { session: open, opened: false }
  if (quietKinds.has(inbound.kind)) {
    const latest = await sessions
      .findOne({ channelIdentityId: identity._id }, null, { session: tx })
      .sort({ startedAt: -1 })
      .lean<Session>()
    if (latest) return { session: latest, opened: false }
  }
  const opening = { identity, person, at: ctx.now(), requestWork: true }
  const session = await openSession(
    ctx,
    { ...opening, ...(inbound.domain ? { domain: inbound.domain } : {}) },
    tx,
  )
  return { session, opened: true }
}

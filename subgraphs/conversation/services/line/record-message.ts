import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import type { ChannelContent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { ChannelIdentity } from '../../models/channel-identity.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Delivery, type Message, type MessageKind, Messages } from '../../models/message.ts'
import type { Session } from '../../models/session.ts'
import { conversationTopic, messagesTopic } from './topics.ts'

export interface NewMessage extends Omit<ChannelContent, 'kind'> {
  kind: MessageKind
  session: Session
  /** Whether this message's transaction has opened the session. */
  opened: boolean
  author: Message['author']
  callStep?: Message['callStep']
  sourceId?: string
  clientMessageId?: string
  sentAt: Date
  delivery?: Delivery
  /** Needed where the conversation may not exist yet: whose line it is. */
  identity?: ChannelIdentity
}

/**
 * Gives a message its place in the conversation: the sequence grows in the same transaction, so there are no gaps,
 * and the unique indexes refuse what is there already.
 */
export async function recordMessage(
  ctx: ConversationService,
  given: NewMessage,
  tx: ClientSession,
): Promise<Message> {
  const { session, author } = given
  const now = ctx.now()
  const conversation = await Conversations(ctx.db)
    .findOneAndUpdate(
      { _id: session.conversationId },
      {
        $inc: { lastSequence: 1, version: 1, openSessions: given.opened ? 1 : 0 },
        $set: { lastMessageAt: now, lastActivityAt: now, ...(given.opened ? { status: 'OPEN' } : {}) },
        ...(given.identity ? { $setOnInsert: newConversation(given.identity, now) } : {}),
      },
      { upsert: given.identity !== undefined, returnDocument: 'after', session: tx },
    )
    .lean<{ lastSequence: number }>()
  if (!conversation) throw new Error(`conversation ${session.conversationId} is missing`)
  const sequence = conversation.lastSequence
  const message: Message = {
    _id: newId(),
    conversationId: session.conversationId,
    sessionId: session._id,
    channel: session.channel,
    account: session.account,
    sequence,
    kind: given.kind,
    text: given.text,
    attachments: (given.attachments ?? []).map(({ contentType, name, sizeBytes, sourceRef }) => ({
      contentType: contentType ?? null,
      name: name ?? null,
      sizeBytes: sizeBytes ?? null,
      sourceRef: sourceRef ?? null,
    })),
    location: given.location ? { ...given.location, name: given.location.name ?? null } : null,
    author,
    callStep: given.callStep ?? null,
    sourceId: given.sourceId ?? null,
    clientMessageId: given.clientMessageId ?? null,
    sentAt: given.sentAt,
    editedAt: null,
    earlierTexts: [],
    delivery: given.delivery ?? null,
  }
  await Messages(ctx.db).insertMany([message], { session: tx })
  await ctx.emit(
    messageRecorded,
    {
      messageId: message._id,
      conversationId: message.conversationId,
      sessionId: message.sessionId,
      channel: message.channel,
      mediaType: session.mediaType,
      sequence,
      // An entry of a call or a note is nobody's words.
      author: authorOf(message),
      ...(author.purpose === 'AGENT' ? { agentId: author.id } : {}),
      kind: message.kind,
      text: message.text,
      sentAt: message.sentAt,
    },
    tx,
    sequence,
  )
  ctx.live.advanced(messagesTopic(message.conversationId), sequence, tx)
  ctx.live.changed(conversationTopic(message.conversationId), tx)
  return message
}

function authorOf({ kind, author }: Message): 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM' {
  if (kind === 'CALL' || kind === 'SYSTEM') return 'SYSTEM'
  return author.purpose === 'IVR' ? 'BOT' : author.purpose
}

function newConversation(identity: ChannelIdentity, now: Date) {
  return {
    participants: [
      {
        id: identity._id,
        purpose: 'CUSTOMER' as const,
        displayName: identity.displayName,
        joinedAt: now,
        leftAt: null,
      },
    ],
    customerId: identity.customerId,
    visitorIds: identity.channel === 'web-chat' ? [identity.sourceId] : [],
    createdAt: now,
  }
}

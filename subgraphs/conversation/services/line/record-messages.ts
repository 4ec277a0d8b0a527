import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { sessionTurn } from '#schema/events/session-turn.ts'
import type { ChannelContent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { ChannelIdentity } from '../../models/channel-identity.ts'
import { type Delivery, type Message, type MessageKind, Messages } from '../../models/message.ts'
import type { Session } from '../../models/session.ts'
import { takeSequences } from './take-sequences.ts'
import { conversationTopic, messagesTopic } from './topics.ts'

export interface NewMessage extends Omit<ChannelContent, 'kind'> {
  kind: MessageKind
  session: Session
  /** Whether this message's transaction has opened the session. */
  opened: boolean
  author: Message['author']
  callStep?: Message['callStep']
  transfer?: Message['transfer']
  sourceId?: string
  clientMessageId?: string
  sentAt: Date
  delivery?: Delivery
  /** Needed where the conversation may not exist yet: whose line it is. */
  identity?: ChannelIdentity
}

/**
 * Gives messages their places in their conversations, in the order in which they are given: the sequence grows in the
 * same transaction, so there are no gaps, and the unique indexes refuse what is there already.
 */
export async function recordMessages(
  ctx: ConversationService,
  given: readonly NewMessage[],
  tx: ClientSession,
): Promise<Message[]> {
  if (given.length === 0) return []
  const sequences = await takeSequences(ctx, given, tx)
  const messages = given.map((one, at) => messageOf(one, sequences[at] as number))
  await Messages(ctx.db).collection.insertMany(messages as never[], { session: tx })
  for (const [at, message] of messages.entries()) await tell(ctx, given[at] as NewMessage, message, tx)
  return messages
}

/** Records one message. */
export async function recordMessage(
  ctx: ConversationService,
  given: NewMessage,
  tx: ClientSession,
): Promise<Message> {
  const [message] = await recordMessages(ctx, [given], tx)
  if (!message) throw new Error('a message was not recorded')
  return message
}

function messageOf(given: NewMessage, sequence: number): Message {
  const { session, author } = given
  return {
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
    transfer: given.transfer ?? null,
    sourceId: given.sourceId ?? null,
    clientMessageId: given.clientMessageId ?? null,
    sentAt: given.sentAt,
    editedAt: null,
    earlierTexts: [],
    delivery: given.delivery ?? null,
  }
}

async function tell(
  ctx: ConversationService,
  { session, author }: NewMessage,
  message: Message,
  tx: ClientSession,
): Promise<void> {
  const { conversationId, sequence } = message
  await ctx.emit(
    messageRecorded,
    {
      messageId: message._id,
      conversationId,
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
  await tellTurn(ctx, session, message, tx)
  ctx.live.advanced(messagesTopic(conversationId), sequence, tx)
  ctx.live.changed(conversationTopic(conversationId), tx)
}

/** Entries that nobody has to answer. */
const asksForNobody: ReadonlySet<MessageKind> = new Set(['CALL', 'SYSTEM', 'REACTION'])

/** Whose turn it is matters once a person has answered; whoever wrote before that has asked, not replied. */
async function tellTurn(
  ctx: ConversationService,
  session: Session,
  { kind, author, conversationId, sequence }: Message,
  tx: ClientSession,
): Promise<void> {
  if (!session.answeredAt || asksForNobody.has(kind)) return
  if (author.purpose !== 'CUSTOMER' && author.purpose !== 'AGENT') return
  const { _id: sessionId, mediaType } = session
  const turn = { sessionId, conversationId, mediaType, sequence, author: author.purpose, at: ctx.now() }
  await ctx.emit(sessionTurn, turn, tx, sequence)
}

function authorOf({ kind, author }: Message): 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM' {
  if (kind === 'CALL' || kind === 'SYSTEM') return 'SYSTEM'
  return author.purpose === 'IVR' ? 'BOT' : author.purpose
}

import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import type { ChannelIdentity } from '../../models/channel-identity.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import type { NewMessage } from './record-messages.ts'

type Growth = Pick<NewMessage, 'session' | 'opened' | 'identity'>

/**
 * Lets conversations grow by messages, by one read and one write for all of them; makes those that are not there yet.
 * A conversation that somebody else lets grow meanwhile aborts the transaction, which then begins anew.
 * @returns the sequence of each message, in their order
 */
export async function takeSequences(
  ctx: ConversationService,
  messages: readonly Growth[],
  tx: ClientSession,
): Promise<number[]> {
  const conversations = Conversations(ctx.db)
  const growths = Map.groupBy(messages, ({ session }) => session.conversationId)
  const known = await conversations
    .find({ _id: { $in: [...growths.keys()] } }, { lastSequence: 1 }, { session: tx })
    .lean<Array<Pick<Conversation, '_id' | 'lastSequence'>>>()
  const lastOf = new Map(known.map(({ _id, lastSequence }) => [_id, lastSequence]))
  const now = ctx.now()
  const writes = [...growths].map(([_id, own]) => {
    const openSessions = own.filter(({ opened }) => opened).length
    const grown = {
      lastMessageAt: now,
      lastActivityAt: now,
      ...(openSessions > 0 ? { status: 'OPEN' as const } : {}),
    }
    if (lastOf.has(_id)) {
      const $inc = { lastSequence: own.length, version: own.length, openSessions }
      return { updateOne: { filter: { _id }, update: { $inc, $set: grown } } }
    }
    const identity = own.find((one) => one.identity)?.identity
    if (!identity) throw new Error(`conversation ${_id} is missing`)
    const document = { ...newConversation(_id, identity, now), ...grown, openSessions }
    return { insertOne: { document: { ...document, lastSequence: own.length, version: own.length } } }
  })
  await conversations.collection.bulkWrite(writes as never[], { session: tx })
  return messages.map(({ session: { conversationId } }) => {
    const sequence = (lastOf.get(conversationId) ?? 0) + 1
    lastOf.set(conversationId, sequence)
    return sequence
  })
}

function newConversation(
  _id: string,
  identity: ChannelIdentity,
  now: Date,
): Omit<Conversation, 'lastSequence' | 'version' | 'openSessions'> {
  return {
    _id,
    status: 'OPEN',
    lastMessageAt: now,
    lastActivityAt: now,
    participants: [
      {
        id: identity._id,
        purpose: 'CUSTOMER',
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

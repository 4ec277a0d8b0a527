import type { ClientSession } from 'mongoose'
import type { ChannelPerson, MessageEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { addressFilter, addressKey } from './addresses.ts'
import { type FoundIdentity, findIdentities } from './find-identities.ts'
import { newSession, type OpenedSession, openSessions } from './open-sessions.ts'
import { type NewMessage, recordMessages } from './record-messages.ts'

export interface InboundMessage extends Omit<MessageEvent, 'type' | 'sourceId'> {
  channel: string
  account: string
  sourceId?: string
  clientMessageId?: string
  domain?: string
  person: ChannelPerson
}

/** Kinds that ask for nobody: they join the latest session, even one that has ended. */
const quietKinds: ReadonlySet<string> = new Set(['REACTION', 'SYSTEM'])

/**
 * Records customers' messages in their order, with as many calls of the store for fifty as for one. The first one on
 * a channel makes the identity, the conversation, a session and the request for a person, all in the given
 * transaction; one that is there already is given back.
 */
export async function recordInbounds(
  ctx: ConversationService,
  inbounds: readonly InboundMessage[],
  tx: ClientSession,
): Promise<Message[]> {
  const callers = await findIdentities(ctx, inbounds, tx)
  const known = await knownMessages(ctx, inbounds, callers, tx)
  const sessionOf = await openSessionsOf(ctx, callers, tx)
  const opened: OpenedSession[] = []
  const messages: NewMessage[] = []
  /** Of each inbound one: the message that was there, or the place of the new one. */
  const places: Array<Message | number> = []
  for (const [at, inbound] of inbounds.entries()) {
    const { identity, isNew } = callers[at] as FoundIdentity
    const same = sameness(inbound, identity)
    const there = same === undefined ? undefined : known.get(same)
    places.push(there ?? messages.length)
    if (there !== undefined) continue
    if (same) known.set(same, messages.length)
    let session = sessionOf.get(identity._id)
    if (!session && quietKinds.has(inbound.kind) && !isNew)
      session = await latestSession(ctx, identity._id, tx)
    const opens = !session
    if (!session) {
      const { person, domain } = inbound
      const opening = { identity, person, at: ctx.now(), requestWork: true, ...(domain ? { domain } : {}) }
      const made = newSession(opening)
      opened.push(made)
      session = made.session
      sessionOf.set(identity._id, session)
    }
    messages.push({
      session,
      opened: opens,
      identity,
      author: { id: identity._id, purpose: 'CUSTOMER', displayName: identity.displayName },
      kind: inbound.kind,
      text: inbound.text,
      attachments: inbound.attachments,
      location: inbound.location,
      sourceId: inbound.sourceId,
      clientMessageId: inbound.clientMessageId,
      sentAt: inbound.sentAt ?? ctx.now(),
    })
  }
  await openSessions(ctx, opened, tx)
  const recorded = await recordMessages(ctx, messages, tx)
  return places.map((place) => (typeof place === 'number' ? (recorded[place] as Message) : place))
}

/** Records one message. */
export async function recordInbound(
  ctx: ConversationService,
  inbound: InboundMessage,
  tx: ClientSession,
): Promise<Message> {
  const [message] = await recordInbounds(ctx, [inbound], tx)
  if (!message) throw new Error('a message was not recorded')
  return message
}

/** What makes two messages the same one: the provider's id, or its author's own. */
function sameness(inbound: InboundMessage, identity: FoundIdentity['identity']): string | undefined {
  const { channel, account, sourceId, clientMessageId } = inbound
  if (sourceId) return addressKey({ channel, account, sourceId })
  return clientMessageId ? `${identity._id}/${clientMessageId}` : undefined
}

async function knownMessages(
  ctx: ConversationService,
  inbounds: readonly InboundMessage[],
  callers: readonly FoundIdentity[],
  tx: ClientSession,
): Promise<Map<string, Message | number>> {
  const addresses = inbounds.flatMap(({ channel, account, sourceId }) =>
    sourceId ? [{ channel, account, sourceId }] : [],
  )
  const byClient = inbounds.flatMap(({ sourceId, clientMessageId }, at) => {
    const { identity, isNew } = callers[at] as FoundIdentity
    // Who is new has written nothing before.
    if (sourceId || !clientMessageId || isNew) return []
    return [{ conversationId: identity.conversationId, 'author.id': identity._id, clientMessageId }]
  })
  const any = [...(addresses.length > 0 ? addressFilter(addresses).$or : []), ...byClient]
  if (any.length === 0) return new Map()
  const rows = await Messages(ctx.db).find({ $or: any }, null, { session: tx }).lean<Message[]>()
  const known = new Map<string, Message | number>()
  for (const row of rows) {
    const { channel, account, sourceId, clientMessageId, author } = row
    if (sourceId) known.set(addressKey({ channel, account, sourceId }), row)
    if (clientMessageId) known.set(`${author.id}/${clientMessageId}`, row)
  }
  return known
}

/** The open session of each identity that has one. */
async function openSessionsOf(
  ctx: ConversationService,
  callers: readonly FoundIdentity[],
  tx: ClientSession,
): Promise<Map<string, Session>> {
  const ids = callers.flatMap(({ identity, isNew }) => (isNew ? [] : [identity._id]))
  if (ids.length === 0) return new Map()
  const open = await Sessions(ctx.db)
    .find({ channelIdentityId: { $in: ids }, callId: null, status: 'OPEN' }, null, { session: tx })
    .lean<Session[]>()
  return new Map(open.map((session) => [session.channelIdentityId, session]))
}

async function latestSession(
  ctx: ConversationService,
  channelIdentityId: string,
  tx: ClientSession,
): Promise<Session | undefined> {
  const latest = await Sessions(ctx.db)
    .findOne({ channelIdentityId }, null, { session: tx })
    .sort({ startedAt: -1 })
    .lean<Session>()
  return latest ?? undefined
}

import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { ChannelPerson } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { ChannelIdentity } from '../../models/channel-identity.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { adapterOf } from './adapter-of.ts'

export interface SessionOpening {
  identity: ChannelIdentity
  person: ChannelPerson
  /** For a call: the switchboard's id. */
  callId?: string
  /** What the contact is about, where the front door knows it. */
  domain?: string
  at: Date
  /** False for a call that is over before we heard of it: nobody has to be found. */
  requestWork: boolean
}

/** A session that is about to be opened. */
export interface OpenedSession {
  session: Session
  opening: SessionOpening
}

/** The session of an opening, which `openSessions` writes. */
export function newSession(opening: SessionOpening): OpenedSession {
  const { identity, callId, at } = opening
  const session: Session = {
    _id: newId(),
    conversationId: identity.conversationId,
    channelIdentityId: identity._id,
    channel: identity.channel,
    account: identity.account,
    sourceId: identity.sourceId,
    mediaType: adapterOf(identity.channel).mediaType,
    status: 'OPEN',
    displayName: identity.displayName,
    locale: identity.locale,
    callId: callId ?? null,
    agentIds: [],
    held: [],
    segments: [{ kind: 'QUEUE', agentId: null, startedAt: at, endedAt: null }],
    startedAt: at,
    answeredAt: null,
    endedAt: null,
    wrapUp: null,
    version: 2,
  }
  return { session, opening }
}

/** Opens sessions, tells of them and asks for people. The unique index refuses a second open one. */
export async function openSessions(
  ctx: ConversationService,
  opened: readonly OpenedSession[],
  tx: ClientSession,
): Promise<void> {
  if (opened.length === 0) return
  const documents = opened.map(({ session }) => session)
  await Sessions(ctx.db).collection.insertMany(documents as never[], { session: tx })
  for (const { session, opening } of opened) await tell(ctx, session, opening, tx)
}

async function tell(
  ctx: ConversationService,
  session: Session,
  { identity, person, domain, at, requestWork }: SessionOpening,
  tx: ClientSession,
): Promise<void> {
  const about = {
    sessionId: session._id,
    conversationId: session.conversationId,
    channel: session.channel,
    account: session.account,
    mediaType: session.mediaType,
    ...(session.locale ? { locale: session.locale } : {}),
  }
  await ctx.emit(
    sessionStarted,
    {
      ...about,
      channelIdentityId: identity._id,
      identifiers: adapterOf(identity.channel).identifiers(person, identity),
      ...(session.displayName ? { displayName: session.displayName } : {}),
      startedAt: at,
    },
    tx,
    1,
  )
  if (requestWork) {
    await ctx.emit(workRequested, { ...about, ...(domain ? { domain } : {}), requestedAt: at }, tx, 2)
  }
}

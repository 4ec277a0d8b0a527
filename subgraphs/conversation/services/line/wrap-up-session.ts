import { notFound } from '#platform/errors/not-found.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import type { ConversationContext } from '../../context.ts'
import { type UserError, userError } from '../../errors.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { WrapUpCodes } from '../../models/wrap-up-code.ts'
import { closeSession } from './close-session.ts'
import { requireSession } from './require-session.ts'
import { nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'
import { transact } from './transact.ts'

const maxNoteLength = 2_000

export interface WrapUpInput {
  sessionId: string
  code: string
  note?: string | null
}

/**
 * Finishes a contact: ends it when it is still open, and says what came of it. Said once; the same again changes
 * nothing.
 * @throws NOT_FOUND, NOT_YOUR_SESSION
 */
export async function wrapUpSession(
  ctx: ConversationContext,
  { sessionId, code, note }: WrapUpInput,
): Promise<{ session: Session | null; userErrors: UserError[] }> {
  const agent = requireStaff(ctx.viewer, 'agent', 'supervisor')
  const refuse = (error: UserError) => ({ session: null, userErrors: [error] })
  if (note && note.length > maxNoteLength) {
    return refuse(userError('NOTE_TOO_LONG', `Keep the note to ${maxNoteLength} characters.`, 'note'))
  }
  if (!(await WrapUpCodes(ctx.db).exists({ _id: code }))) {
    return refuse(userError('UNKNOWN_WRAP_UP_CODE', 'Choose one of the reasons in the list.', 'code'))
  }
  return transact(ctx, async (tx) => {
    const found = await Sessions(ctx.db).findById(sessionId, null, { session: tx }).lean<Session>()
    if (!found) throw notFound({ kind: 'Session', id: sessionId })
    requireSession(agent, found)
    if (found.wrapUp) {
      if (found.wrapUp.code === code) return { session: found, userErrors: [] }
      return refuse(userError('ALREADY_WRAPPED_UP', 'Somebody has already wrapped up this contact.'))
    }
    const now = ctx.now()
    const ended = await closeSession(ctx, found, { endedBy: 'AGENT', at: now }, tx)
    const wrapUp = { code, note: note?.trim() || null, agentId: agent.id, wrappedUpAt: now }
    const session = await Sessions(ctx.db)
      .findOneAndUpdate(
        { _id: sessionId, wrapUp: null },
        { $set: { wrapUp, segments: nextSegment(ended.segments, now) }, $inc: { version: 1 } },
        { returnDocument: 'after', session: tx },
      )
      .lean<Session>()
    if (!session) throw new Error(`session ${sessionId} changed under its own transaction`)
    // A supervisor may write it for the agent, whose work it ends.
    const agentId = session.agentIds.at(-1) ?? agent.id
    const { mediaType, version } = session
    await ctx.emit(sessionWrappedUp, { sessionId, mediaType, agentId, code, wrappedUpAt: now }, tx, version)
    await Conversations(ctx.db).updateOne(
      { _id: session.conversationId },
      { $inc: { version: 1 } },
      { session: tx },
    )
    ctx.live.changed(conversationTopic(session.conversationId), tx)
    return { session, userErrors: [] }
  })
}

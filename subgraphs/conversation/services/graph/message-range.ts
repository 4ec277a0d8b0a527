import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { ConversationContext } from '../../context.ts'
import type { Conversation } from '../../models/conversation.ts'
import { messagesTopic } from '../line/topics.ts'

export interface MessagePageArguments {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** A stretch of a conversation: the sequences behind `from` up to `to`. */
export interface MessageRange {
  from: number
  to: number
}

const maxMessages = 100
const usualMessages = 20

/**
 * Where a page lies. Sequences have no gaps, so a page is plain arithmetic and many conversations' pages are one query.
 * @throws BAD_USER_INPUT for counts that make no page, LIVE_CURSOR_INVALID for a cursor of another conversation
 */
export function messageRange(
  { live, viewer }: Pick<ConversationContext, 'live' | 'viewer'>,
  conversation: Pick<Conversation, '_id' | 'lastSequence'>,
  { first, after, last, before }: MessagePageArguments,
): MessageRange {
  if (first != null && last != null)
    throw badUserInput({ field: 'last', reason: 'goes not together with first' })
  for (const [field, count] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (count != null && (count < 1 || count > maxMessages)) {
      throw badUserInput({ field, reason: `has to be 1 to ${maxMessages}` })
    }
  }
  const topic = messagesTopic(conversation._id)
  const begin = after ? live.sequenceOf(topic, after, viewer) : 0
  const end = before
    ? Math.min(live.sequenceOf(topic, before, viewer) - 1, conversation.lastSequence)
    : conversation.lastSequence
  if (first != null) return { from: begin, to: Math.max(begin, Math.min(begin + first, end)) }
  return { from: Math.min(end, Math.max(begin, end - (last ?? usualMessages))), to: end }
}

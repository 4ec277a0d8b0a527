import { hasCode } from '#platform/errors/has-code.ts'
import type { SendOutcome } from '../../adapters/contract.ts'
import type { ConversationService } from '../../context.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Message, Messages } from '../../models/message.ts'
import { conversationTopic } from '../line/topics.ts'

/** Writes what became of a message: the provider took it, refused it, or was away for too long. */
export async function settleDelivery(
  ctx: ConversationService,
  message: Message,
  outcome: SendOutcome,
): Promise<void> {
  const sent = outcome.kind === 'sent'
  const change = {
    'delivery.status': sent ? 'SENT' : 'FAILED',
    'delivery.at': ctx.now(),
    'delivery.nextTryAt': null,
    'delivery.reason': sent ? null : outcome.reason,
  }
  const sourceId = sent ? outcome.sourceId : undefined
  try {
    await write(ctx, message, { ...change, ...(sourceId ? { sourceId } : {}) })
  } catch (error) {
    // The provider gave an id that it had given before: the message is out all the same.
    if (!hasCode(error, 11_000)) throw error
    ctx.log.warn({ messageId: message._id, channel: message.channel }, 'the provider gave an id twice')
    await write(ctx, message, change)
  }
}

async function write(
  ctx: ConversationService,
  message: Message,
  change: Record<string, unknown>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { modifiedCount } = await Messages(ctx.db).updateOne(
      { _id: message._id, 'delivery.status': 'SENDING' },
      { $set: change },
      { session: tx },
    )
    if (modifiedCount === 0) return
    const { conversationId } = message
    await Conversations(ctx.db).updateOne({ _id: conversationId }, { $inc: { version: 1 } }, { session: tx })
    ctx.live.changed(conversationTopic(conversationId), tx)
  })
}

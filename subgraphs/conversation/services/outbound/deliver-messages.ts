import type { SendOutcome } from '../../adapters/contract.ts'
import type { ConversationService } from '../../context.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { accountOf, adapterOf } from '../line/adapter-of.ts'
import { deliveryWork } from './delivery-work.ts'
import { settleDelivery } from './settle-delivery.ts'

/** How long one attempt may take; after it the message may be taken up again. */
const attemptMs = 30_000
const maxWaitMs = 15 * 60_000
const firstWaitMs = 1_000

/**
 * Sends what waits in a session, oldest first. A message that has to wait holds up those behind it, so that the
 * customer reads them in order. A process killed between the provider's answer and our note of it sends again:
 * a message twice is better than none.
 */
export async function deliverMessages(ctx: ConversationService, sessionId: string): Promise<void> {
  const session = await Sessions(ctx.db).findById(sessionId).lean<Session>()
  if (!session) return
  for (;;) {
    const first = await firstWaiting(ctx, sessionId)
    if (!first) return
    const dueAt = first.delivery?.nextTryAt ?? ctx.now()
    const message = dueAt > ctx.now() ? null : await claim(ctx, first)
    if (!message) {
      await ctx.enqueue(
        deliveryWork,
        { sessionId },
        { runAt: new Date(Math.max(dueAt.getTime(), ctx.now().getTime() + 50)) },
      )
      return
    }
    const outcome = await send(ctx, session, message)
    const failures = (message.delivery?.attempts ?? 0) + 1
    if (outcome.kind === 'retry' && failures < ctx.config.DELIVERY_ATTEMPTS) {
      const waitMs = Math.min(maxWaitMs, outcome.afterMs ?? firstWaitMs * 2 ** (failures - 1))
      const runAt = new Date(ctx.now().getTime() + waitMs)
      await Messages(ctx.db).updateOne(
        { _id: message._id, 'delivery.status': 'SENDING' },
        {
          $set: {
            'delivery.nextTryAt': runAt,
            'delivery.attempts': failures,
            'delivery.reason': outcome.reason,
          },
        },
      )
      await ctx.enqueue(deliveryWork, { sessionId }, { runAt })
      return
    }
    await settleDelivery(ctx, message, outcome)
  }
}

async function firstWaiting(ctx: ConversationService, sessionId: string): Promise<Message | null> {
  return Messages(ctx.db)
    .findOne({ sessionId, 'delivery.status': 'SENDING' })
    .sort({ sequence: 1 })
    .lean<Message>()
}

/** One process sends it: whoever moves its next try into the future. */
async function claim(ctx: ConversationService, message: Message): Promise<Message | null> {
  return Messages(ctx.db)
    .findOneAndUpdate(
      {
        _id: message._id,
        'delivery.status': 'SENDING',
        'delivery.nextTryAt': message.delivery?.nextTryAt ?? null,
      },
      { $set: { 'delivery.nextTryAt': new Date(ctx.now().getTime() + attemptMs) } },
      { returnDocument: 'after' },
    )
    .lean<Message>()
}

async function send(ctx: ConversationService, session: Session, message: Message): Promise<SendOutcome> {
  const account = accountOf(ctx, session.channel, session.account)
  if (!account) {
    return {
      kind: 'refused',
      reason: 'Our account on this channel is no longer configured. Ask an administrator.',
    }
  }
  const outbound = { messageId: message._id, recipient: session.sourceId, text: message.text }
  return adapterOf(session.channel).send(outbound, account)
}

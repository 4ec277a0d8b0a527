import type { ClientSession } from 'mongoose'
import type { ReceiptEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { Conversations } from '../../models/conversation.ts'
import { type DeliveryStatus, type Message, Messages } from '../../models/message.ts'
import { conversationTopic } from './topics.ts'

/** States from which each one may follow: receipts come in any order, and a message never goes backwards. */
const before: Readonly<Record<ReceiptEvent['status'], DeliveryStatus[]>> = {
  SENT: ['SENDING'],
  DELIVERED: ['SENDING', 'SENT'],
  READ: ['SENDING', 'SENT', 'DELIVERED'],
  FAILED: ['SENDING', 'SENT'],
}

/** @returns false when no message of ours has this id (yet: a receipt can overtake the provider's own answer) */
export async function applyReceipt(
  ctx: ConversationService,
  { channel, account, event }: { channel: string; account: string; event: ReceiptEvent },
  tx: ClientSession,
): Promise<boolean> {
  const { sourceId, status, at, reason } = event
  const message = await Messages(ctx.db)
    .findOneAndUpdate(
      { channel, account, sourceId, 'delivery.status': { $in: before[status] } },
      {
        $set: {
          'delivery.status': status,
          'delivery.at': at,
          'delivery.reason': reason ?? null,
          'delivery.nextTryAt': null,
        },
      },
      { session: tx },
    )
    .lean<Message>()
  if (!message) return (await Messages(ctx.db).exists({ channel, account, sourceId }).session(tx)) !== null
  await Conversations(ctx.db).updateOne(
    { _id: message.conversationId },
    { $inc: { version: 1 } },
    { session: tx },
  )
  ctx.live.changed(conversationTopic(message.conversationId), tx)
  return true
}

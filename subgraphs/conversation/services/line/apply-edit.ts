import type { ClientSession } from 'mongoose'
import type { EditEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Message, Messages } from '../../models/message.ts'
import { recordInbound } from './record-inbounds.ts'
import { conversationTopic } from './topics.ts'

const keptTexts = 20

/** A message now reads otherwise; its earlier words stay with it. One that we never saw is recorded as it reads now. */
export async function applyEdit(
  ctx: ConversationService,
  { channel, account, event }: { channel: string; account: string; event: EditEvent },
  tx: ClientSession,
): Promise<void> {
  const { sourceId, editedAt, kind, text, attachments, location, person } = event
  const messages = Messages(ctx.db)
  const message = await messages
    .findOne({ channel, account, sourceId }, null, { session: tx })
    .lean<Message>()
  if (!message) {
    await recordInbound(
      ctx,
      { channel, account, person, sourceId, sentAt: editedAt, kind, text, attachments, location },
      tx,
    )
    return
  }
  // An older edit that comes late changes nothing any more, nor does a repeated one.
  if (message.editedAt && message.editedAt >= editedAt) return
  await messages.updateOne(
    { _id: message._id },
    {
      $set: {
        text,
        editedAt,
        ...(attachments ? { attachments } : {}),
        ...(location ? { location } : {}),
      },
      $push: { earlierTexts: { $each: [message.text], $slice: -keptTexts } },
    },
    { session: tx },
  )
  await Conversations(ctx.db).updateOne(
    { _id: message.conversationId },
    { $inc: { version: 1 } },
    { session: tx },
  )
  ctx.live.changed(conversationTopic(message.conversationId), tx)
}

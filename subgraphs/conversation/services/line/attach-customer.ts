import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { ChannelIdentities, type ChannelIdentity } from '../../models/channel-identity.ts'
import { Conversations } from '../../models/conversation.ts'
import { conversationTopic } from './topics.ts'

/** Customer has found out whose channel identity it is; its conversation follows. */
export async function attachCustomer(
  ctx: ConversationService,
  { channelIdentityId, customerId }: { channelIdentityId: string; customerId: string },
  tx: ClientSession,
): Promise<void> {
  const identity = await ChannelIdentities(ctx.db)
    .findOneAndUpdate(
      { _id: channelIdentityId },
      { $set: { customerId } },
      { returnDocument: 'after', session: tx },
    )
    .lean<ChannelIdentity>()
  if (!identity) return
  await Conversations(ctx.db).updateOne(
    { _id: identity.conversationId },
    { $set: { customerId }, $inc: { version: 1 } },
    { session: tx },
  )
  ctx.live.changed(conversationTopic(identity.conversationId), tx)
}

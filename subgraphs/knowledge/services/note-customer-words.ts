import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { messageRecorded } from '#schema/events/message-recorded.ts'
import { ConversationTopics } from '../models/conversation-topic.ts'
import { learnChannelKind } from './learn-channel-kind.ts'

/** Words of one conversation that are kept. */
const keptTexts = 20
/** Characters of one message that are kept; a topic shows in its first words. */
const keptCharacters = 1_000

/** Keeps a customer's latest words. Messages may come in any order: they are sorted by their sequence. */
export async function noteCustomerWords(
  ctx: ServiceContext,
  message: z.output<(typeof messageRecorded)['payload']>,
  session: ClientSession,
): Promise<void> {
  if (message.mediaType) await learnChannelKind(ctx, message.channel, message.mediaType, session)
  const text = message.text.trim().slice(0, keptCharacters)
  if (message.author !== 'CUSTOMER' || !text) return
  await ConversationTopics(ctx.db).updateOne(
    { _id: message.conversationId },
    {
      $push: {
        texts: { $each: [{ sequence: message.sequence, text }], $sort: { sequence: 1 }, $slice: -keptTexts },
      },
      $set: { channel: message.channel, mediaType: message.mediaType ?? null },
      $max: { lastAt: message.sentAt },
    },
    { session, upsert: true },
  )
}

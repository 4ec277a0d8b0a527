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

/** Keeps customers' latest words, all by one call. Messages may come in any order: they are sorted by their sequence. */
export async function noteCustomerWords(
  ctx: ServiceContext,
  messages: ReadonlyArray<z.output<(typeof messageRecorded)['payload']>>,
  session: ClientSession,
): Promise<void> {
  const kinds = new Map(messages.map(({ channel, mediaType }) => [channel, mediaType]))
  for (const [channel, mediaType] of kinds) {
    if (mediaType) await learnChannelKind(ctx, channel, mediaType, session)
  }
  const writes = messages.flatMap(
    ({ conversationId, channel, mediaType, author, sequence, text, sentAt }) => {
      const words = text.trim().slice(0, keptCharacters)
      if (author !== 'CUSTOMER' || !words) return []
      const texts = {
        $each: [{ sequence, text: words }],
        $sort: { sequence: 1 as const },
        $slice: -keptTexts,
      }
      const update = {
        $push: { texts },
        $set: { channel, mediaType: mediaType ?? null },
        $max: { lastAt: sentAt },
      }
      return [{ updateOne: { filter: { _id: conversationId }, update, upsert: true } }]
    },
  )
  if (writes.length > 0) await ConversationTopics(ctx.db).bulkWrite(writes, { session })
}

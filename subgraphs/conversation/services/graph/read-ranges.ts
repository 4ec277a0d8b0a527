import type { ConversationService } from '../../context.ts'
import { type Message, Messages } from '../../models/message.ts'
import type { MessageRange } from './message-range.ts'

/** A range of one conversation as the key of a loader. */
export function rangeKey(conversationId: string, { from, to }: MessageRange): string {
  return `${conversationId} ${from} ${to}`
}

/** The messages of many ranges, in order, by one query. */
export async function readRanges(
  ctx: ConversationService,
  keys: readonly string[],
): Promise<Map<string, Message[]>> {
  const ranges = keys.map((key) => {
    const [conversationId = '', from, to] = key.split(' ')
    return { key, conversationId, from: Number(from), to: Number(to) }
  })
  const wanted = ranges.filter(({ from, to }) => to > from)
  const rows =
    wanted.length === 0
      ? []
      : await Messages(ctx.db)
          .find({
            $or: wanted.map(({ conversationId, from, to }) => ({
              conversationId,
              sequence: { $gt: from, $lte: to },
            })),
          })
          .lean<Message[]>()
  const byConversation = Map.groupBy(rows, (row) => row.conversationId)
  return new Map(
    ranges.map(({ key, conversationId, from, to }) => [
      key,
      (byConversation.get(conversationId) ?? [])
        .filter(({ sequence }) => sequence > from && sequence <= to)
        .sort((a, b) => a.sequence - b.sequence),
    ]),
  )
}

import type { MessageResolvers } from '../generated/resolvers.ts'
import { conversationById, messageById } from '../loaders.ts'
import { messagesTopic } from '../services/line/topics.ts'

export const Message: MessageResolvers = {
  __resolveReference: ({ id }, ctx) => messageById(ctx).load(id),
  id: (message) => message._id,
  cursor: ({ conversationId, sequence }, _args, ctx) =>
    ctx.live.cursor(messagesTopic(conversationId), sequence, ctx.viewer),
  async author({ conversationId, author, sentAt }, _args, ctx) {
    const conversation = await conversationById(ctx).load(conversationId)
    const participant = conversation?.participants.find((one) => one.id === author.id)
    return {
      id: author.id,
      purpose: author.purpose,
      // As it was when they wrote.
      displayName: author.displayName ?? participant?.displayName ?? null,
      joinedAt: participant?.joinedAt ?? sentAt,
      leftAt: participant?.leftAt ?? null,
    }
  },
}

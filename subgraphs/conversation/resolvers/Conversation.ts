import type { ConversationResolvers } from '../generated/resolvers.ts'
import { conversationById, messagesInRange, sessionsOfConversation } from '../loaders.ts'
import { messageRange } from '../services/graph/message-range.ts'
import { rangeKey } from '../services/graph/read-ranges.ts'
import { messagesTopic } from '../services/line/topics.ts'

export const Conversation: ConversationResolvers = {
  __resolveReference: ({ id }, ctx) => conversationById(ctx).load(id),
  id: (conversation) => conversation._id,
  sessions: async ({ _id }, _args, ctx) => (await sessionsOfConversation(ctx).load(_id)) ?? [],
  openSession: async ({ _id, openSessions }, _args, ctx) => {
    if (openSessions === 0) return null
    const sessions = (await sessionsOfConversation(ctx).load(_id)) ?? []
    return sessions.findLast((session) => session.status === 'OPEN') ?? null
  },
  async messages(conversation, args, ctx) {
    const range = messageRange(ctx, conversation, args)
    const nodes = (await messagesInRange(ctx).load(rangeKey(conversation._id, range))) ?? []
    const topic = messagesTopic(conversation._id)
    const edges = nodes.map((node) => ({ cursor: ctx.live.cursor(topic, node.sequence, ctx.viewer), node }))
    return {
      edges,
      nodes,
      pageInfo: {
        hasNextPage: range.to < conversation.lastSequence,
        hasPreviousPage: range.from > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    }
  },
  async lastMessage({ _id, lastSequence }, _args, ctx) {
    const range = { from: lastSequence - 1, to: lastSequence }
    const [message] = (await messagesInRange(ctx).load(rangeKey(_id, range))) ?? []
    return message ?? null
  },
  customer: ({ customerId }) => (customerId ? { id: customerId } : null),
}

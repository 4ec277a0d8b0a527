import { z } from 'zod'
import { startSubgraph } from '#platform/server/start-subgraph.ts'
import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import type { RequestContext, ServiceContext } from '#platform/service/service-context.ts'
import {
  followMessages,
  type MessageRow,
  Messages,
  messagesTopic,
} from '../../../router/front/subgraphs/messages.ts'
import { stampedText } from '../../message-text.ts'

const order = z.object({ texts: z.record(z.string(), z.int().min(40)) })

/** Events that this process has executed for whoever follows them. */
let executions = 0

/** Messages in MongoDB, live topics over Valkey, the internal identity: a real subgraph with little in it. */
export const conversationSubgraph: SubgraphDefinition = {
  name: 'conversation',
  schema: new URL('./conversation.graphql', import.meta.url),
  resolvers: {
    Query: { conversations: () => [] },
    Message: {
      text: ({ text }: MessageRow) => {
        executions++
        return text
      },
    },
    Subscription: {
      messageAdded: {
        subscribe: (
          _parent: unknown,
          { conversationId, after }: { conversationId: string; after?: string },
          ctx: RequestContext,
        ) => followMessages(ctx, conversationId, after),
      },
    },
  },
  /** For the program that measures: one message more in each topic, and what this process has done so far. */
  routes(app, ctx) {
    app.post('/publish', async (request) => {
      const { texts } = order.parse(request.body)
      const added = Object.entries(texts).map(async ([topic, length]) => [
        topic,
        await add(ctx, topic, length),
      ])
      return Object.fromEntries(await Promise.all(added))
    })
    app.get('/figures', () => ({ executions }))
  },
}

/** The only writer of these topics, so it knows where each stands. */
const heads = new Map<string, number>()

async function add(ctx: ServiceContext, conversationId: string, textLength: number): Promise<number> {
  const sequence = (heads.get(conversationId) ?? 0) + 1
  heads.set(conversationId, sequence)
  // The time counts from before the message is stored: whoever sends one waits for that too.
  const text = stampedText(textLength)
  await Messages(ctx.db).create({ _id: `${conversationId}-${sequence}`, conversationId, sequence, text })
  ctx.live.advanced(messagesTopic(conversationId), sequence)
  return sequence
}

if (import.meta.main) await startSubgraph(conversationSubgraph)

import type { Viewer } from '#platform/identity/viewer.ts'
import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import type { RequestContext, ServiceContext } from '#platform/service/service-context.ts'
import { followMessages, headOf, type MessageRow, Messages, messagesTopic, shownMessage } from './messages.ts'

const nameOf = (viewer: Viewer) => ('id' in viewer ? `${viewer.kind} ${viewer.id}` : viewer.kind)

/** What reached `/hooks/…`, byte by byte. */
export interface ReceivedHook {
  url: string
  body: Buffer
  headers: Record<string, string | string[] | undefined>
}

/** A small but real subgraph: messages in MongoDB, live topics over Valkey, web hooks, the internal identity. */
export function conversationSubgraph(): {
  definition: SubgraphDefinition
  hooks: ReceivedHook[]
  /** Subscriptions that were opened, by field. */
  subscribed: Record<string, number>
  /** Conversations whose followers have a beginning: what is added from now on is theirs. */
  begun: Set<string>
  board: { waiting: number; filler: string }
  /** The viewers of `conversation`, as the subgraph verified them. */
  seen: Viewer[]
  /** Holds `setPresence` until it opens. */
  gate: { entered: boolean; open: Promise<void> }
} {
  const hooks: ReceivedHook[] = []
  const subscribed: Record<string, number> = {}
  const begun = new Set<string>()
  const seen: Viewer[] = []
  const gate = { entered: false, open: Promise.resolve() }
  const board = { waiting: 0, filler: '' }
  const count = (field: string) => {
    subscribed[field] = (subscribed[field] ?? 0) + 1
  }
  const definition: SubgraphDefinition = {
    name: 'conversation',
    schema: new URL('./conversation.graphql', import.meta.url),
    resolvers: {
      Query: {
        whoAmI: (_parent: unknown, _args: unknown, ctx: RequestContext) => nameOf(ctx.viewer),
        conversation: (_parent: unknown, { id }: { id: string }, ctx: RequestContext) => {
          seen.push(ctx.viewer)
          return { id, text: nameOf(ctx.viewer) }
        },
        conversations: () => [],
      },
      Message: {
        cursor: (
          { conversationId, sequence }: Pick<MessageRow, 'conversationId' | 'sequence'>,
          _args: unknown,
          { live, viewer }: RequestContext,
        ) => live.cursor(messagesTopic(conversationId), sequence, viewer),
      },
      Mutation: {
        sendVisitorMessage: async (_parent: unknown, { text }: { text: string }, ctx: RequestContext) => {
          const [row] = await addMessages(ctx, 'c1', 1, () => text)
          return shownMessage(row as MessageRow)
        },
        setPresence: async (_parent: unknown, { status }: { status: string }) => {
          gate.entered = true
          await gate.open
          return status
        },
      },
      Subscription: {
        messageAdded: {
          subscribe: (
            _parent: unknown,
            { conversationId, after }: { conversationId: string; after?: string },
            ctx: RequestContext,
          ) => {
            count('messageAdded')
            return followMessages(ctx, conversationId, after, (id) => begun.add(id))
          },
        },
        boardChanged: {
          subscribe: (_parent: unknown, _args: unknown, ctx: RequestContext) => {
            count('boardChanged')
            const read = async () => ({ ...board, costs: 9, viewer: nameOf(ctx.viewer) })
            return ctx.live.state('board', read, { minIntervalMs: 1 })
          },
        },
        agentInbox: {
          subscribe: (_parent: unknown, _args: unknown, ctx: RequestContext) => {
            count('agentInbox')
            return ctx.live.state('inbox', async () => ({ ...board, viewer: nameOf(ctx.viewer) }))
          },
        },
      },
    },
    routes(app) {
      app.removeAllContentTypeParsers()
      app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      app.route({
        method: ['GET', 'POST'],
        url: '/hooks/*',
        handler: async (request, reply) => {
          const { url, headers } = request
          hooks.push({ url, headers, body: (request.body as Buffer | undefined) ?? Buffer.alloc(0) })
          return reply.code(202).type('text/plain').send('taken')
        },
      })
    },
  }
  return { definition, hooks, subscribed, begun, board, seen, gate }
}

/** Adds messages behind the newest one and tells those who follow. */
export async function addMessages(
  ctx: ServiceContext,
  conversationId: string,
  count: number,
  textOf: (sequence: number) => string = (sequence) => `message ${sequence}`,
): Promise<MessageRow[]> {
  const head = await headOf(ctx, conversationId)
  const rows = Array.from({ length: count }, (_, at) => ({
    _id: `${conversationId}-${head + at + 1}`,
    conversationId,
    sequence: head + at + 1,
    text: textOf(head + at + 1),
  }))
  await Messages(ctx.db).insertMany(rows)
  ctx.live.advanced(messagesTopic(conversationId), head + count)
  return rows
}

import { Schema } from 'mongoose'
import type { RequestContext, ServiceContext } from '#platform/service/service-context.ts'
import { defineModel } from '#platform/store/define-model.ts'

/** A message as the tests' conversation subgraphs keep it. */
export interface MessageRow {
  _id: string
  conversationId: string
  sequence: number
  text: string
}

const schema = new Schema<MessageRow>(
  { _id: String, conversationId: String, sequence: Number, text: String },
  { versionKey: false },
)
schema.index({ conversationId: 1, sequence: 1 }, { unique: true })

export const Messages = defineModel<MessageRow>('TestMessage', schema)

export const messagesTopic = (conversationId: string) => `conversation:${conversationId}:messages`

/** A message as the graph shows it; its author is the customer subgraph's. */
export const shownMessage = ({ sequence, text, conversationId }: MessageRow) => ({
  conversationId,
  sequence,
  text,
  author: { __typename: 'Person', id: 'p1' },
})

/** The sequence of a conversation's newest message; 0 without one. */
export async function headOf(ctx: ServiceContext, conversationId: string): Promise<number> {
  const last = await Messages(ctx.db).findOne({ conversationId }).sort({ sequence: -1 }).lean<MessageRow>()
  return last?.sequence ?? 0
}

/** A conversation's messages as a live topic. */
export function followMessages(
  ctx: RequestContext,
  conversationId: string,
  after: string | undefined,
  began?: (conversationId: string) => void,
) {
  return ctx.live.events(messagesTopic(conversationId), {
    ...(after === undefined ? {} : { after }),
    viewer: ctx.viewer,
    head: async () => {
      const head = await headOf(ctx, conversationId)
      began?.(conversationId)
      return head
    },
    read: async (from, limit) => {
      const rows = await Messages(ctx.db)
        .find({ conversationId, sequence: { $gt: from } })
        .sort({ sequence: 1 })
        .limit(limit)
        .lean<MessageRow[]>()
      return rows.map((row) => ({ sequence: row.sequence, value: shownMessage(row) }))
    },
  })
}

import { type Connection, connection, pageOf } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import { requireReader } from '#platform/identity/may-read.ts'
import type { ConversationContext } from '../../context.ts'
import { type Conversation, Conversations, type ConversationStatus } from '../../models/conversation.ts'

export const activityOrder = { lastActivityAt: -1, _id: -1 } as const
const placeOf = (row: Conversation) => [row.lastActivityAt, row._id] as const

/** Conversations, the most recently active first; for those who read all of them. */
export async function listConversations(
  ctx: ConversationContext,
  {
    status,
    first,
    after,
  }: { status?: ConversationStatus | null; first?: number | null; after?: string | null },
): Promise<Connection<Conversation>> {
  requireReader(ctx.viewer, 'conversations:read')
  const page = pageOf({ first, after })
  const rows = await Conversations(ctx.db)
    .find({ ...(status ? { status } : {}), ...rowsBehind(page, activityOrder) })
    .sort(activityOrder)
    .limit(page.limit)
    .lean<Conversation[]>()
  return connection(rows, page, placeOf)
}

export interface CustomerPage {
  customerId: string
  first?: number | null
  after?: string | null
}

/** Pages of several customers' conversations: those with equal arguments come from one query. */
export async function conversationsOfCustomers(
  ctx: ConversationContext,
  keys: readonly string[],
): Promise<Map<string, Connection<Conversation>>> {
  requireReader(ctx.viewer, 'conversations:read')
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as CustomerPage) }))
  const groups = Map.groupBy(asked, ({ first, after }) => JSON.stringify([first, after]))
  const found = new Map<string, Connection<Conversation>>()
  for (const group of groups.values()) {
    const [{ first, after } = {}] = group
    const page = pageOf({ first, after })
    const rows = await Conversations(ctx.db).aggregate<{ _id: string; rows: Conversation[] }>([
      {
        $match: {
          customerId: { $in: group.map(({ customerId }) => customerId) },
          ...rowsBehind(page, activityOrder),
        },
      },
      { $sort: activityOrder },
      { $group: { _id: '$customerId', rows: { $firstN: { input: '$$ROOT', n: page.limit } } } },
    ])
    const byCustomer = new Map(rows.map((row) => [row._id, row.rows]))
    for (const { key, customerId } of group) {
      found.set(key, connection(byCustomer.get(customerId) ?? [], page, placeOf))
    }
  }
  return found
}

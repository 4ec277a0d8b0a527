import type { ConversationContext } from '../../context.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { seesAll } from './sees.ts'
import { visibleConversations } from './visible-conversations.ts'

/** Sessions that one conversation shows. */
const maxSessions = 100

/** Those of the sessions that exist and that the viewer may see, by id. */
export async function visibleSessions(
  ctx: ConversationContext,
  ids: readonly string[],
): Promise<Map<string, Session>> {
  const rows = await Sessions(ctx.db)
    .find({ _id: { $in: [...ids] } })
    .lean<Session[]>()
  const visible = await ofVisibleConversations(ctx, rows)
  return new Map(visible.map((row) => [row._id, row]))
}

/** The latest 100 sessions of each conversation, oldest first. The conversations have been seen by the viewer. */
export async function sessionsOf(
  ctx: ConversationContext,
  conversationIds: readonly string[],
): Promise<Map<string, Session[]>> {
  const groups = await Sessions(ctx.db).aggregate<{ _id: string; rows: Session[] }>([
    { $match: { conversationId: { $in: [...conversationIds] } } },
    { $sort: { conversationId: 1, startedAt: 1 } },
    { $group: { _id: '$conversationId', rows: { $lastN: { input: '$$ROOT', n: maxSessions } } } },
  ])
  return new Map(groups.map(({ _id, rows }) => [_id, rows]))
}

async function ofVisibleConversations(ctx: ConversationContext, rows: Session[]): Promise<Session[]> {
  if (rows.length === 0 || seesAll(ctx.viewer)) return rows
  const conversations = await visibleConversations(ctx, [...new Set(rows.map((row) => row.conversationId))])
  return rows.filter((row) => conversations.has(row.conversationId))
}

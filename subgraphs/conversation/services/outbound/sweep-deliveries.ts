import type { ConversationService } from '../../context.ts'
import { Messages } from '../../models/message.ts'
import { deliveryWork } from './delivery-work.ts'

const maxSessions = 1_000

/** Takes up messages whose time to be sent has passed and that nobody works on. @returns how many sessions were told */
export async function sweepDeliveries(ctx: ConversationService): Promise<number> {
  const before = new Date(ctx.now().getTime() - ctx.config.SWEEP_AFTER_MS)
  const sessions = await Messages(ctx.db).aggregate<{ _id: string }>([
    { $match: { 'delivery.status': 'SENDING', 'delivery.nextTryAt': { $lt: before } } },
    { $sort: { 'delivery.nextTryAt': 1 } },
    { $limit: maxSessions },
    { $group: { _id: '$sessionId' } },
  ])
  for (const { _id: sessionId } of sessions) await ctx.enqueue(deliveryWork, { sessionId })
  return sessions.length
}

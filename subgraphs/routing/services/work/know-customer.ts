import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { identityResolved } from '#schema/events/identity-resolved.ts'
import { EarlyNews } from '../../models/early-news.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { maxPriority, orderAt } from '../core/order-at.ts'
import { recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { withClocksFollowing } from './with-clocks-following.ts'

/** A VIP goes before others who are due two and a half minutes earlier: five steps of priority. */
export const vipSteps = 5
/** What is known of whose contact it is. */
type CustomerNews = Pick<
  z.output<typeof identityResolved.payload>,
  'sessionId' | 'customerId' | 'tier' | 'resolvedAt'
>

/**
 * It is known by now whose contact it is: a VIP moves ahead by `vipSteps` of priority, and who served this customer
 * last is asked first. Routing has not waited for it. News that overtook the work request are kept for
 * `applyEarlyNews`: trying the event again would hold up others, and most sessions that never ask would end as dead
 * letters.
 */
export async function knowCustomer(
  ctx: ServiceContext,
  { sessionId, customerId, tier, resolvedAt }: CustomerNews,
  session: ClientSession,
): Promise<void> {
  if (!sessionId) return
  const item = await WorkItems(ctx.db).findOne({ sessionId }).session(session).lean()
  if (!item) {
    const at = ctx.now()
    const news = { customerId, ...(tier ? { tier } : {}), resolvedAt, heardAt: at, lookAt: at }
    await EarlyNews(ctx.db).updateOne({ _id: sessionId }, { $set: news }, { upsert: true, session })
    return
  }
  if (item.closedAt || (item.customerId === customerId && item.customerTier === tier)) return
  const lastAgentId = item.lastAgentId ?? (await whoServedLast(ctx, customerId, item, session))
  const isVip = tier === 'VIP' && item.customerTier !== 'VIP'
  const priority = isVip ? Math.min(maxPriority, item.priority + vipSteps) : item.priority
  const set = {
    customerId,
    ...(tier ? { customerTier: tier } : {}),
    ...(lastAgentId ? { lastAgentId } : {}),
    ...(isVip ? { priority, orderAt: orderAt(item.dueAt, priority) } : {}),
  }
  // Of a new customer there is nothing to say that would change a decision.
  const tells = isVip || lastAgentId !== item.lastAgentId
  const after = await WorkItems(ctx.db)
    .findByIdAndUpdate(
      item._id,
      { $set: set, $inc: { version: tells ? 1 : 0 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!after || !tells) return
  await recordRouting(ctx, session, {
    kind: 'CHANGED',
    reason: isVip ? 'CUSTOMER_IS_VIP' : 'CUSTOMER_KNOWN',
    workItemId: item._id,
    queueId: item.queueId,
    ...(after.status === 'QUEUED' ? { command: { kind: 'ITEM_WAITS', item: waitingItem(after) } } : {}),
  })
  announceChange(ctx, session)
  if (isVip) await withClocksFollowing(ctx, item._id, session)
}

async function whoServedLast(
  ctx: ServiceContext,
  customerId: string,
  { _id }: WorkItemRecord,
  session: ClientSession,
): Promise<string | undefined> {
  const earlier = await WorkItems(ctx.db)
    .findOne({ customerId, _id: { $ne: _id }, servedBy: { $exists: true } }, { servedBy: 1 })
    .sort({ queuedAt: -1 })
    .session(session)
    .lean()
  return earlier?.servedBy
}

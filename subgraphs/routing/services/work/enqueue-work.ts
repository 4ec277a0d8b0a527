import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import type { workRequested } from '#schema/events/work-requested.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { chooseQueue } from '../core/choose-queue.ts'
import { languageOf } from '../core/language-of.ts'
import { lineOf } from '../core/line-of.ts'
import { orderAt } from '../core/order-at.ts'
import { recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { entryQueue } from '../queues/entry-queue.ts'
import { queuesInUse } from '../queues/queues-in-use.ts'
import { firstClocks } from '../sla/clocks/first-clocks.ts'
import { insertClocks } from '../sla/clocks/insert-clocks.ts'
import { slaSettings } from '../sla/settings/sla-settings.ts'

/**
 * Queues a session that needs a person, and starts its clocks at the instant of its request. A session has one work
 * item: asking again gives the one there is.
 */
export async function enqueueWork(
  ctx: ServiceContext,
  request: z.output<typeof workRequested.payload>,
  session: ClientSession,
): Promise<WorkItemRecord> {
  const { sessionId, conversationId, channel, mediaType, domain, requestedAt } = request
  const known = await WorkItems(ctx.db).findOne({ sessionId }).session(session).lean()
  if (known) return known

  const language = languageOf(request.locale)
  const queues = await queuesInUse(ctx, session)
  const chosen = chooseQueue(
    [...queues.values()].map((queue) => ({ ...queue, id: queue._id })),
    { mediaType, domain, language },
  )
  const queueId = await entryQueue(ctx, chosen.queueId, mediaType, queues, session)
  const reason = queueId === chosen.queueId ? chosen.reason : 'OVERFLOW'
  const now = ctx.now()
  const contact = {
    _id: newId(),
    sessionId,
    channel,
    mediaType,
    queueId,
    priority: 0,
  }
  const { clocks, warnAt, dueAt } = firstClocks(await slaSettings(ctx, session), contact, requestedAt)
  const item: WorkItemRecord = {
    ...contact,
    conversationId,
    language,
    domain,
    line: lineOf(queueId, mediaType),
    status: 'QUEUED',
    queuedAt: now,
    warnAt,
    dueAt,
    orderAt: orderAt(dueAt, 0),
    passedOver: [],
    version: 1,
  }
  // Of two different requests for one session that race, the unique index lets one in; the other is tried again.
  await WorkItems(ctx.db).insertMany([item], { session })
  await insertClocks(ctx, clocks, session)
  await recordRouting(ctx, session, {
    at: now,
    kind: 'QUEUED',
    reason,
    workItemId: item._id,
    queueId,
    command: { kind: 'ITEM_WAITS', item: waitingItem(item) },
  })
  await ctx.emit(
    workItemQueued,
    { workItemId: item._id, sessionId, conversationId, queueId, channel, mediaType, queuedAt: now, dueAt },
    session,
    1,
  )
  announceChange(ctx, session, { wakeDispatch: true })
  return item
}

import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { BatchContext } from '#platform/events/consume.ts'
import type { Envelope } from '#platform/events/define-event.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import type { workRequested } from '#schema/events/work-requested.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { languageOf } from '../core/language-of.ts'
import { orderAt } from '../core/order-at.ts'
import { recordRouting } from '../log/record-routing.ts'
import { waitingItem } from '../log/waiting-item.ts'
import { entryQueue } from '../queues/entry-queue.ts'
import { type KnownQueues, knownQueues } from '../queues/known-queues.ts'
import { firstClocks } from '../sla/clocks/first-clocks.ts'
import { insertClocks } from '../sla/clocks/insert-clocks.ts'
import { slaSettings } from '../sla/settings/sla-settings.ts'

/** A session asks for a person, by the event of this id. */
export type WorkRequest = Pick<Envelope<z.output<typeof workRequested.payload>>, 'id' | 'payload'>

/** A work item on its way into the store. */
interface NewWork {
  item: WorkItemRecord
  reason: string
  eventId: string
}

/**
 * Queues sessions that need a person, and starts their clocks at the instants of their requests, with as many calls
 * of the store for fifty as for one. A session has one work item: asking again makes no other.
 */
export async function enqueueWork(
  ctx: BatchContext,
  requests: readonly WorkRequest[],
  session: ClientSession,
): Promise<void> {
  const asked = requests.map(({ payload }) => payload.sessionId)
  const known = new Set<string>(
    await WorkItems(ctx.db)
      .distinct('sessionId', { sessionId: { $in: asked } })
      .session(session),
  )
  const open = requests.filter(({ payload: { sessionId } }) => !known.has(sessionId))
  if (open.length === 0) return
  const queues = await knownQueues(ctx, session)
  const settings = await slaSettings(ctx, session)
  const arriving = new Map<string, number>()
  const works: NewWork[] = []
  const clocks: ReturnType<typeof firstClocks>['clocks'] = []
  for (const request of open) {
    const { queueId, reason } = await place(ctx, queues, request, arriving, session)
    arriving.set(queueId, (arriving.get(queueId) ?? 0) + 1)
    const { sessionId, conversationId, channel, mediaType, domain, locale, requestedAt } = request.payload
    const contact = { _id: newId(), sessionId, channel, mediaType, queueId, priority: 0 }
    const { clocks: own, warnAt, dueAt } = firstClocks(settings, contact, requestedAt)
    clocks.push(...own)
    const item: WorkItemRecord = {
      ...contact,
      conversationId,
      language: languageOf(locale),
      domain,
      status: 'QUEUED',
      queuedAt: ctx.now(),
      warnAt,
      dueAt,
      orderAt: orderAt(dueAt, 0),
      passedOver: [],
      version: 1,
    }
    works.push({ item, reason, eventId: request.id })
  }
  // Of two different requests for one session that race, the unique index lets one in; the other is tried again.
  await WorkItems(ctx.db).insertMany(
    works.map(({ item }) => item),
    { session, lean: true },
  )
  await insertClocks(ctx, clocks, session)
  await tell(ctx, works, session)
}

/** The queue in which a contact begins to wait, and why. */
async function place(
  ctx: ServiceContext,
  queues: KnownQueues,
  { payload: { mediaType, domain, locale } }: WorkRequest,
  arriving: ReadonlyMap<string, number>,
  session: ClientSession,
): Promise<{ queueId: string; reason: string }> {
  const chosen = queues.choose({ mediaType, domain, language: languageOf(locale) })
  const queueId = await entryQueue(ctx, chosen.queueId, mediaType, queues.byId, session, arriving)
  return { queueId, reason: queueId === chosen.queueId ? chosen.reason : 'OVERFLOW' }
}

async function tell(ctx: BatchContext, works: readonly NewWork[], session: ClientSession): Promise<void> {
  await recordRouting(
    ctx,
    session,
    ...works.map(({ item, reason }) => ({
      at: item.queuedAt,
      kind: 'QUEUED' as const,
      reason,
      workItemId: item._id,
      queueId: item.queueId,
      command: { kind: 'ITEM_WAITS' as const, item: waitingItem(item) },
    })),
  )
  for (const { item, eventId } of works) {
    const { _id: workItemId, sessionId, conversationId, queueId, channel, mediaType, queuedAt, dueAt } = item
    await ctx
      .causedBy(eventId)
      .emit(
        workItemQueued,
        { workItemId, sessionId, conversationId, queueId, channel, mediaType, queuedAt, dueAt },
        session,
        1,
      )
  }
  announceChange(ctx, session)
}

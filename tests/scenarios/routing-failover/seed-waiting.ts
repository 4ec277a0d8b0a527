import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, WorkItems } from '../../../subgraphs/routing/models/work-item.ts'

/** Contacts that wait in a queue that nobody can serve: they are part of every core, and never go away. */
export async function seedWaiting(ctx: ServiceContext, queueId: string, count: number): Promise<void> {
  const now = Date.now()
  const batchSize = 10_000
  for (let done = 0; done < count; done += batchSize) {
    const items = Array.from({ length: Math.min(batchSize, count - done) }, (_, n): WorkItemRecord => {
      const dueAt = new Date(now + 60_000 + done + n)
      return {
        _id: newId(),
        sessionId: newId(),
        conversationId: newId(),
        channel: 'web-chat',
        mediaType: 'CHAT',
        queueId,
        priority: 0,
        status: 'QUEUED',
        queuedAt: new Date(now),
        warnAt: dueAt,
        dueAt,
        orderAt: dueAt,
        passedOver: [],
        version: 1,
      }
    })
    await WorkItems(ctx.db).insertMany(items, { lean: true })
  }
}

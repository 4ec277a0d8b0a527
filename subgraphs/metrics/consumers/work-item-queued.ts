import { defineConsumer } from '#platform/events/consume.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onWorkItemQueued = defineConsumer({
  event: workItemQueued,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['work-item-queued'](payload),
      })),
      session,
    ),
})

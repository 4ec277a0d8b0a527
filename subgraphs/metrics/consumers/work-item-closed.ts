import { defineConsumer } from '#platform/events/consume.ts'
import { workItemClosed } from '#schema/events/work-item-closed.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onWorkItemClosed = defineConsumer({
  event: workItemClosed,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['work-item-closed'](payload),
      })),
      session,
    ),
})

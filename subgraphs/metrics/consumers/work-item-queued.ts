import { defineConsumer } from '#platform/events/consume.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onWorkItemQueued = defineConsumer({
  event: workItemQueued,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['work-item-queued'](payload), session),
})

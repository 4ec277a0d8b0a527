import { defineConsumer } from '#platform/events/consume.ts'
import { workItemClosed } from '#schema/events/work-item-closed.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onWorkItemClosed = defineConsumer({
  event: workItemClosed,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['work-item-closed'](payload), session),
})

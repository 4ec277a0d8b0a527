import { defineConsumer } from '#platform/events/consume.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onMessageRecorded = defineConsumer({
  event: messageRecorded,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['message-recorded'](payload), session),
})

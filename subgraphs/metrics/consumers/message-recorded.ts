import { defineConsumer } from '#platform/events/consume.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onMessageRecorded = defineConsumer({
  event: messageRecorded,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['message-recorded'](payload),
      })),
      session,
    ),
})

import { defineConsumer } from '#platform/events/consume.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { noteMessage } from '../services/note-message.ts'

export const onMessageRecorded = defineConsumer({
  event: messageRecorded,
  run: (ctx, { payload }, session) => noteMessage(ctx, payload, session),
})

import { defineConsumer } from '#platform/events/consume.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { noteCustomerWords } from '../services/note-customer-words.ts'

export const onMessageRecorded = defineConsumer({
  event: messageRecorded,
  runBatch: (ctx, envelopes, session) =>
    noteCustomerWords(
      ctx,
      envelopes.map(({ payload }) => payload),
      session,
    ),
})

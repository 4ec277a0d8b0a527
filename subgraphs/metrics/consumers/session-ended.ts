import { defineConsumer } from '#platform/events/consume.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionEnded = defineConsumer({
  event: sessionEnded,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['session-ended'](payload),
      })),
      session,
    ),
})
